import { describe, expect, it } from 'vitest';
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
