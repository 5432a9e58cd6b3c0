import { describe, expect, it } from 'vitest';
import { markHtml } from '#main/read/mark-html.ts';
import type { Mark } from '#preload/contract/search-types.ts';

const finding =
  (word: string) =>
  (text: string): Mark[] =>
    [...text.matchAll(new RegExp(word, 'g'))].map((match) => [match.index, match[0].length]);

describe('marking a search in the HTML of an article', () => {
  it('wraps each match and numbers it, so that a fragment leads there', () => {
    const { html, matches } = markHtml('<p>湿地与湿地</p>', finding('湿地'));
    expect(html).toBe('<p><mark id="match-1">湿地</mark>与<mark id="match-2">湿地</mark></p>');
    expect(matches).toBe(2);
  });

  it('follows a match across inline elements', () => {
    expect(markHtml('<p>大<b>湿</b>地</p>', finding('湿地')).html).toBe(
      '<p>大<b><mark id="match-1">湿</mark></b><mark>地</mark></p>',
    );
  });

  it('does not join the end of one block to the start of the next', () => {
    expect(markHtml('<p>湿</p><p>地</p>', finding('湿地')).matches).toBe(0);
  });

  it('never marks inside a tag or breaks an entity', () => {
    const { html } = markHtml('<p title="amp">a &amp; amp &lt;amp&gt;</p>', finding('amp'));
    expect(html).toBe('<p title="amp">a &amp; <mark id="match-1">amp</mark> &lt;<mark id="match-2">amp</mark>&gt;</p>');
  });

  it('goes on counting where the part before it ended', () => {
    expect(markHtml('<p>湿地</p>', finding('湿地'), 2).html).toBe('<p><mark id="match-3">湿地</mark></p>');
  });

  it('leaves the text as it is when nothing is found', () => {
    const html = '<p>a &amp; b</p>';
    expect(markHtml(html, finding('z'))).toEqual({ html, matches: 0 });
  });

  it('keeps every character of the text, whatever is marked', () => {
    const html = '<h2>一</h2><p>二<i>三四</i>五&lt;六<br>七</p>';
    const plain = (marked: string): string => marked.replaceAll(/<[^>]*>/g, '');
    for (const word of ['一', '二三', '三四五', '.', '五<六', '七'])
      expect(plain(markHtml(html, finding(word)).html)).toBe(plain(html));
  });
});
