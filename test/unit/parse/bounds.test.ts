import { describe, expect, it } from 'vitest';
import { parsePage } from '#main/parse/parse-page.ts';
import { articleOf, inputOf, pageOf } from './archive-pages.ts';

/** Each of these takes a parser without bounds minutes, or its stack. */
const heavy: readonly (readonly [string, () => string])[] = [
  ['a hundred thousand open elements', () => `<div>${'<div>'.repeat(100_000)}the words`],
  ['fifty thousand quotations', () => `${'> '.repeat(50_000)}the words`],
  ['marks without end', () => `${'*a **b'.repeat(15_000)}\n\nthe words`],
  ['underscores without end', () => `${'_a__'.repeat(25_000)}\n\nthe words`],
  [
    'a tag of fifty thousand attributes',
    () => `<p ${Array.from({ length: 50_000 }, (_unused, at) => `a${at}=1`).join(' ')}>the words`,
  ],
  ['a hundred thousand open brackets', () => `${'['.repeat(100_000)}\n\nthe words`],
  ['formatting that multiplies', () => `${Array.from({ length: 3_000 }, (_unused, at) => `<b id=a${at}><p>`).join('')}the words`],
  ['a hundred thousand angle brackets', () => `${'<a '.repeat(100_000)}\n\n>the words`],
  ['links in a navigation row', () => `### t\n-----\n#### ${'[a]('.repeat(20_000)}\n\nthe words`],
  ['lists in lists', () => `${Array.from({ length: 1_200 }, (_unused, at) => `${'  '.repeat(at)}- a`).join('\n')}\n\nthe words`],
  ['a list item of sixty thousand lines', () => `- a\n${'b\n'.repeat(60_000)}\nthe words`],
  ['addresses in a word', () => `${'https'.repeat(40_000)} the words`],
  ['low lines in a word', () => `${'a_'.repeat(200_000)} the words`],
  ['links that lead nowhere', () => `${'[a]()'.repeat(100_000)}\n\nthe words`],
  ['short rows under a wide head', () => `|${'a|'.repeat(10_000)}\n|${'-|'.repeat(10_000)}\n${'|b|\n'.repeat(2_000)}\nthe words`],
  ['notes without end', () => `${'a[^b]\n\n'.repeat(15_000)}the words`],
  ['pictures without end', () => `### t\n-----\n${'<img '.repeat(20_000)}\n\n>the words\n#### [a](b)`],
];

describe('a page made to keep a parser busy', () => {
  it.each(heavy)('%s', (_name, text) => {
    expect(articleOf(text(), 'a.md').text).toContain('the words');
  });

  it('keeps two hundred thousand elements, and of more the words alone', () => {
    const many = articleOf(`<!doctype html><body>${'<i>w</i> '.repeat(190_000)}`, 'a.html');
    const tooMany = articleOf(`<!doctype html><body>${'<i>w</i> '.repeat(210_000)}`, 'a.html');
    expect([many.html.slice(0, 12), many.text.length]).toEqual(['<p><i>w</i> ', 2 * 190_000 - 1]);
    expect([tooMany.html.slice(0, 7), tooMany.text.length]).toEqual(['<p>w w ', 2 * 210_000 - 1]);
  });

  it('is looked at up to the fiftieth attribute of an element, and up to two kilobytes of one', () => {
    const attributes = (count: number): string => Array.from({ length: count }, (_unused, at) => `a${at}="1"`).join(' ');
    const link = (before: number): string =>
      articleOf(`<p><a ${attributes(before)} href="https://e.example/">a</a></p>`, 'a.md').html;
    expect([link(49), link(50)]).toEqual(['<p><a href="https://e.example/">a</a></p>', '<p>a</p>']);
    const picture = (length: number): string | undefined =>
      articleOf(`<p><img src="https://e.example/a.png" alt="${'a'.repeat(length)}"></p>`, 'a.md').pictures[0]?.alt.slice(0, 1);
    expect([picture(2_048), picture(2_049)]).toEqual(['a', '']);
  });

  it('is refused above four million characters, not cut', () => {
    const result = parsePage(inputOf(`# t\n\n${'word '.repeat(1_000_000)}`, 'a.md'));
    expect(result).toMatchObject({ ok: false, code: 'page-too-large' });
  });

  it('loses the pictures inside its addresses, not what stands around them', () => {
    const article = articleOf(`<p>one<img alt="a" src="data:image/png;base64,${'A'.repeat(1_000_000)}">two</p>`, 'a.md');
    expect(article.html).toBe('<p>oneatwo</p>');
  });

  it('is never deeper than 256 elements', () => {
    const { article } = pageOf(
      inputOf(`<!doctype html><body>${'<blockquote><ul><li>'.repeat(600)}${'<b><i><u>'.repeat(60)}x`, 'a.html'),
    );
    let depth = 0;
    let deepest = 0;
    for (const [, slash] of (article?.html ?? '').matchAll(/<(\/?)[a-z]/gu))
      deepest = Math.max(deepest, (depth += slash === '/' ? -1 : 1));
    expect([depth, deepest > 100, deepest <= 256]).toEqual([0, true, true]);
  });
});
