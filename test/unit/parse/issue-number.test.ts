import { describe, expect, it } from 'vitest';
import { issueNumberOf } from '#main/parse/find-issue-number.ts';
import { articleOf } from './archive-pages.ts';

const page = { title: 'A title', frontMatter: {}, path: 'posts/a.md' };

describe('the number of an issue', () => {
  it.each([
    ['江边周刊：第 100 期', 100],
    ['每周分享第 1 期', 1],
    ['江边周刊（第287期）：桥与渡船', 287],
    ['江边周刊 第一百期', 100],
    ['江边周刊第一百零三期：潮水', 103],
    ['第十二期', 12],
    ['第二〇二期 | 河', 202],
    ['2021年第3期', 3],
    ['Issue #12', 12],
    ['The River Letter, issue 7', 7],
    ['Issue 45: bridges', 45],
    ['River Notes Vol. 3', 3],
    ['River Notes, Vol. 3, No. 45', 45],
    ['No. 45: The ferry', 45],
    ['River Weekly #118', 118],
    ['Newsletter 9 – tides', 9],
    ['River Weekly, issue #1234', 1234],
    ['River Review, Number 10', 10],
    ['A river, Issue 7', 7],
    ['A river Issue 7: the bridge', 7],
    ['江边周刊（第 100 期）：疫苗', 100],
    ['江边周刊第 100 期 疫苗', 100],
  ])('in the title %j is %i', (title, number) => {
    expect(issueNumberOf({ ...page, title })).toBe(number);
  });

  it.each([
    '第3季度水位报告',
    '第19次会议召开',
    '第三期工程开工',
    '第20期学员结业',
    '第五章',
    '2021年的河',
    'Volume control',
    'The bridge is world No. 1',
    'No. 10 Ferry Street',
    'An issue 5 villages share',
    'Issue 2021',
    'River Weekly 2021',
    'Version 12',
    'The 45 boats',
    'Chapter 12',
    'issue #1234',
    'Issue #1234: crash at the start',
    'Fix issue #12 in the reader',
    'Fix issue 12: the reader stops',
    'Number 10: a house and its doors',
    'A house, Number 10',
    '疫苗第三期临床',
    '疫苗第三期（临床）',
    '疫苗进入第三期',
    '第三期临床试验',
    '第三期 临床试验',
  ])('is not in %j', (title) => {
    expect(issueNumberOf({ ...page, title })).toBeNull();
  });

  it('is what front matter says, before the title and the name of the file', () => {
    const all = { title: '第 8 期', frontMatter: { issue: '7' }, path: 'docs/issue-9.md' };
    expect(issueNumberOf(all)).toBe(7);
    expect(issueNumberOf({ ...all, frontMatter: { number: '#7' } })).toBe(7);
    expect(issueNumberOf({ ...all, frontMatter: { 期号: '第十期' } })).toBe(10);
    expect(issueNumberOf({ ...all, frontMatter: { issue: 'summer' } })).toBe(8);
    expect(issueNumberOf({ ...all, frontMatter: {}, title: '桥' })).toBe(9);
  });

  it('is `number` in front matter only where something else tells of a series', () => {
    const numberOf = (frontMatter: Readonly<Record<string, string>>): number | null =>
      issueNumberOf({ ...page, frontMatter: { number: '42', ...frontMatter } });
    expect(numberOf({})).toBeNull();
    expect(numberOf({ layout: 'post' })).toBeNull();
    expect(numberOf({ layout: 'issue' })).toBe(42);
    expect(numberOf({ volume: '3' })).toBe(42);
  });

  it.each([
    ['docs/issue-100.md', 100],
    ['Issue_007.md', 7],
    ['vol3.md', 3],
    ['docs/tissue-100.md', null],
    ['docs/weekly-2021.md', null],
    ['docs/issue-12-bridges.md', null],
    ['pages/weekly/5001.md', null],
  ])('in the file name %s is %j', (path, number) => {
    expect(issueNumberOf({ ...page, path })).toBe(number);
  });

  it('comes with the article', () => {
    expect(articleOf('# 江边周刊：第 100 期\n\n这里记录河边的事。\n', 'docs/a.md').issueNumber).toBe(100);
    expect(articleOf('# 桥\n\n这里记录河边的事。\n', 'docs/a.md').issueNumber).toBeNull();
  });
});
