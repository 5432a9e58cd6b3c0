import { describe, expect, it } from 'vitest';
import { inputOf, pageOf } from './archive-pages.ts';

const groupsOf = (text: string, path: string): unknown =>
  pageOf(inputOf(text, path)).index?.groups.map(({ heading, entries }) => [
    heading,
    ...entries.map((entry) => `${entry.title}=${entry.path}`),
  ]);

describe('a section index of a mirror', () => {
  const text =
    '#### 用法见 [说明](https://git.example/wiki/)，手机请装 [阅读器](https://git.example/app.md?t=1) \n\n#### [白鹭　回来](../pages/a/1.md?t=02072247) \n\n#### [湿地【图】](../pages/a/2.md?t=07161702?t=0) \n\n#### [两城\\[会谈\\]](../pages/a/3.md) \n';

  it('lists its pages in order, without promotions and time stamps', () => {
    const page = pageOf(inputOf(text, 'indexes/自然.md'));
    expect(page.article).toBeNull();
    expect(page.index).toEqual({
      title: '自然',
      groups: [
        {
          heading: null,
          entries: [
            { title: '白鹭　回来', path: 'pages/a/1.md' },
            { title: '湿地【图】', path: 'pages/a/2.md' },
            { title: '两城[会谈]', path: 'pages/a/3.md' },
          ],
        },
      ],
    });
  });

  it('leaves its navigation row out', () => {
    const row = '#### [热点](热点.md?t=0) &nbsp;|&nbsp; [地图集](https://git.example/atlas) &nbsp;|&nbsp; [城镇](城镇.md)\n\n';
    expect(groupsOf(row + text, 'indexes/自然.md')).toEqual([
      [null, '白鹭　回来=pages/a/1.md', '湿地【图】=pages/a/2.md', '两城[会谈]=pages/a/3.md'],
    ]);
  });
});

describe('a front page', () => {
  it('of a mirror groups sections by its labelled rows', () => {
    const text =
      '### 山河档案\n\n####  自然：[湿地](indexes/1.md?t=1) &nbsp;|&nbsp; [山](indexes/2.md)\n####  城：[镇](indexes/3.md) | [园林](indexes/4.md)\n\n#### [ 🌻 花市](https://promo.example/)\n';
    const page = pageOf(inputOf(text, 'README.md'));
    expect([page.article, page.index?.title]).toEqual([null, '山河档案']);
    expect(groupsOf(text, 'README.md')).toEqual([
      ['自然', '湿地=indexes/1.md', '山=indexes/2.md'],
      ['城', '镇=indexes/3.md', '园林=indexes/4.md'],
    ]);
  });

  const months = ['一月', '二月', '三月', '四月', '五月', '六月', '七月', '八月', '九月', '十月'];
  const yearly = (years: readonly number[]): string =>
    `# 周刊\n\n每周五发布。\n\n${years.map((year) => `## ${year}\n\n${months.map((month) => `**${month}**\n\n- 第 1 期：[${year}${month}](docs/${year}-${month}.md)`).join('\n\n')}`).join('\n\n')}\n`;

  it('groups by year and month while they fit into a sidebar, else by year', () => {
    const few = pageOf(inputOf(yearly([2026, 2025]), 'README.md')).index?.groups ?? [];
    expect([few.length, few[0]?.heading]).toEqual([20, '2026 · 一月']);
    const many = pageOf(inputOf(yearly([2026, 2025, 2024, 2023]), 'README.md')).index?.groups ?? [];
    expect(many.map(({ heading, entries }) => [heading, entries.length])).toEqual([
      ['2026', 10],
      ['2025', 10],
      ['2024', 10],
      ['2023', 10],
    ]);
    expect(many[0]?.entries[0]?.title).toBe('2026一月');
  });

  it('with real prose is an article as well', () => {
    const prose = 'The archive is kept by hand, and this page says how. '.repeat(20);
    const page = pageOf(inputOf(`# Guide\n\n${prose}\n\n## Chapters\n\n- [One](one.md)\n- [Two](two/)\n`, 'guide/README.md'));
    expect(page.article?.text).toContain('kept by hand');
    expect(page.index?.groups).toEqual([
      {
        heading: 'Chapters',
        entries: [
          { title: 'One', path: 'guide/one.md' },
          { title: 'Two', path: 'guide/two/README.md' },
        ],
      },
    ]);
  });

  it('without links to pages is only an article', () => {
    expect(pageOf(inputOf('# Hello\n\n[out](https://example.org/)', 'README.md'))).toMatchObject({
      index: null,
      article: { title: 'Hello' },
    });
  });
});

describe('any other page', () => {
  const list = Array.from({ length: 8 }, (_unused, at) => `* [Chapter ${at}](c${at}.md)`).join('\n');

  it('that consists of links to pages is an index, with nested lists as groups', () => {
    expect(
      groupsOf(`# Contents\n\n* Part One\n  * [A](a.md)\n* Part Two\n  * [B](b.md)\n  * [C](c.md)\n${list}`, 'book/chapters.md'),
    ).toEqual([
      ['Part One', 'A=book/a.md'],
      ['Part Two', 'B=book/b.md', 'C=book/c.md'],
      [null, ...Array.from({ length: 8 }, (_unused, at) => `Chapter ${at}=book/c${at}.md`)],
    ]);
  });

  it('that says more than it links is an article', () => {
    const page = pageOf(
      inputOf(`# Essay\n\n${'A long sentence about the weir and the mill. '.repeat(30)}\n\n${list}`, 'book/essay.md'),
    );
    expect(page.index).toBeNull();
    expect(page.article?.links).toHaveLength(8);
  });
});
