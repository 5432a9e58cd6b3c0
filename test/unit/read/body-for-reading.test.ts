import { describe, expect, it } from 'vitest';
import { followedLink } from '#main/read/article-address.ts';
import { bodyForReading } from '#main/read/body-for-reading.ts';

const words = { pictureMissing: 'Picture not stored' };

describe('the body as the article frame shows it', () => {
  it('turns links into addresses that stand for them and are never loaded', () => {
    const html = bodyForReading(
      '<p><a href="https://example.org/?a=1&amp;b=2">x</a> <a href="page:pages/一.md#top">y</a></p>',
      words,
    );
    const addresses = [...html.matchAll(/href="([^"]*)"/g)].map(([, address = '']) => address);
    expect(addresses.map(followedLink)).toEqual(['https://example.org/?a=1&b=2', 'page:pages/一.md#top']);
  });

  it('shows where a link leads outside, and leaves jumps inside the article alone', () => {
    const html = bodyForReading('<a href="https://example.org/">x</a><a href="#note">y</a>', words);
    expect(html).toContain('title="https://example.org/"');
    expect(html).toContain('<a href="#note">');
  });

  it('puts words in the place of a picture that is not stored', () => {
    const html = bodyForReading('<img data-picture="0" alt="鹭 &quot;x&quot;"><img data-picture="1" alt="">', words);
    expect(html).not.toContain('<img');
    expect(html).toContain('aria-label="鹭 &quot;x&quot;"');
    expect(html).toContain('>Picture not stored<');
  });

  it('lets a wide table scroll by itself', () => {
    expect(bodyForReading('<table><tbody><tr><td>1</td></tr></tbody></table>', words)).toBe(
      '<div class="table-scroll" tabindex="0"><table><tbody><tr><td>1</td></tr></tbody></table></div>',
    );
  });
});

describe('the address of a followed link', () => {
  it('is told from every other address', () => {
    expect(followedLink('https://example.org/')).toBeUndefined();
    expect(followedLink('offprint-article://library/news%3Aa.md')).toBeUndefined();
  });
});
