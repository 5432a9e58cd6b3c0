import { describe, expect, it } from 'vitest';
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
  ['pictures without end', () => `### t\n-----\n${'<img '.repeat(20_000)}\n\n>the words\n#### [a](b)`],
];

describe('a page made to keep a parser busy', () => {
  it.each(heavy)('%s', (_name, text) => {
    expect(articleOf(text(), 'a.md').text).toContain('the words');
  });

  it('keeps two hundred thousand elements and the words of more', () => {
    expect(articleOf(`<!doctype html><body>${'<i>w</i> '.repeat(210_000)}`, 'a.html').text.length).toBe(2 * 210_000 - 1);
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
