import { describe, expect, it, vi } from 'vitest';
import { anchorHeadings } from '#main/read/heading-anchors.ts';

describe('the outline of a body', () => {
  it('lists its headings in order, with their level, words and id', () => {
    const { html, outline } = anchorHeadings('<h2>一 <b>&amp; 二</b></h2><p>x</p><h3 lang="en">Spring<br>tides</h3>');
    expect(outline).toEqual([
      { level: 2, text: '一 & 二', anchor: 'at-一--二' },
      { level: 3, text: 'Spring tides', anchor: 'at-spring-tides' },
    ]);
    expect(html).toBe(
      '<h2 id="at-一--二">一 <b>&amp; 二</b></h2><p>x</p><h3 lang="en" id="at-spring-tides">Spring<br>tides</h3>',
    );
  });

  it('keeps the ids that a page gave, and never gives one twice', () => {
    const { html, outline } = anchorHeadings('<p id="at-a">x</p><h2>a</h2><h2 id="at-mine">b</h2><h2>a</h2><h2>!</h2>');
    expect(outline.map(({ anchor }) => anchor)).toEqual(['at-a-1', 'at-mine', 'at-a-2', 'at-h-4']);
    expect(new Set(html.match(/id="[^"]*"/g))).toHaveLength(5);
  });

  it('leaves a body without headings as it is', () => {
    expect(anchorHeadings('<p>h2</p>')).toEqual({ html: '<p>h2</p>', outline: [] });
  });

  it('leaves out a heading that says nothing, which a picture can be', () => {
    const { html, outline } = anchorHeadings('<h2><img data-picture="0" alt=""></h2>');
    expect(outline).toEqual([]);
    expect(html).toBe('<h2 id="at-h-1"><img data-picture="0" alt=""></h2>');
  });

  it('gives the same body the same ids, and a body that has them is not changed again', () => {
    const once = anchorHeadings('<h2>a</h2><h2>a</h2>').html;
    expect(anchorHeadings(once).html).toBe(once);
  });
});

describe('a body of very many headings', () => {
  const lookUps = (headings: number): number => {
    const spy = vi.spyOn(Set.prototype, 'has');
    anchorHeadings('<h2>a</h2>'.repeat(headings));
    const calls = spy.mock.calls.length;
    spy.mockRestore();
    return calls;
  };
  const textsRead = (headings: number): number => {
    const spy = vi.spyOn(String.prototype, 'replaceAll');
    anchorHeadings(`${'<h2>a'.repeat(headings)}${'</h2>'.repeat(headings)}`);
    const calls = spy.mock.calls.length;
    spy.mockRestore();
    return calls;
  };

  it('takes twice the work for twice the headings of the same words', () => {
    expect(lookUps(2_000)).toBeLessThan(lookUps(1_000) * 2.5);
  });

  it('takes twice the work for twice the headings inside one another', () => {
    expect(textsRead(400)).toBeLessThan(textsRead(200) * 2.5);
  });

  it('is listed up to the thousandth, which says that there are more; every heading has an id', () => {
    const { html, outline } = anchorHeadings('<h3>a</h3>'.repeat(1_001));
    expect(outline).toHaveLength(1_000);
    expect(outline.at(-2)).toEqual({ level: 3, text: 'a', anchor: 'at-a-998' });
    expect(outline.at(-1)).toEqual({ level: 3, text: 'a …', anchor: 'at-a-999' });
    expect(new Set(html.match(/id="[^"]*"/g))).toHaveLength(1_001);
  });

  it('is listed whole where there are a thousand', () => {
    expect(anchorHeadings('<h2>a</h2>'.repeat(1_000)).outline.at(-1)?.text).toBe('a');
  });
});
