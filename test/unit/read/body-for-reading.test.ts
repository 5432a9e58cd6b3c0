import { describe, expect, it, vi } from 'vitest';
import { followedLink } from '#main/read/article-address.ts';
import { bodyForReading, type LinkPlace } from '#main/read/body-for-reading.ts';
import { messagesFor } from '#preload/messages/catalogue.ts';
import type { PictureHere } from '#main/read/picture-for-reading.ts';
import type { ShownBody } from '#preload/contract/frame-requests.ts';
import type { InterfaceLanguage } from '#preload/contract/settings-types.ts';

const read = (html: string, place: LinkPlace = 'outside', language: InterfaceLanguage = 'en'): string =>
  bodyForReading(html, {
    words: messagesFor(language).articlePage,
    language,
    placeOf: () => place,
    pictures: [],
    body: 'article',
  });

describe('links in the body as the article frame shows it', () => {
  it('become addresses that stand for them and are never loaded', () => {
    const html = read('<p><a href="https://example.org/?a=1&amp;b=2">x</a> <a href="page:pages/一.md#top">y</a></p>');
    const addresses = [...html.matchAll(/href="([^"]*)"/g)].map(([, address = '']) => address);
    expect(addresses.map(followedLink)).toEqual(['https://example.org/?a=1&b=2', 'page:pages/一.md#top']);
  });

  it('show where they lead outside, and are left alone where they lead to a place of the article', () => {
    const html = read('<a href="https://example.org/">x</a><a href="#at-note">y</a>');
    expect(html).toContain('title="https://example.org/"');
    expect(html).toContain('<a href="#at-note">');
  });

  it('are told apart by more than their colour: into the library, out of it, and to a page that is not there', () => {
    const link = '<a href="page:2.md" lang="fr">x</a>';
    expect(read(link, 'library')).toMatch(/^<a class="library" href="offprint-article:[^"]*" lang="fr">x<\/a>$/);
    expect(read(link, 'outside')).toMatch(/^<a class="outside" href=/);
    expect(read(link, 'missing')).toBe('<a class="missing" title="This page is not in the library" lang="fr">x</a>');
  });
});

describe('what else stands in the body', () => {
  it('puts words in the place of a picture that is not stored', () => {
    const html = read('<img data-picture="0" alt="鹭 &quot;x&quot;"><img data-picture="1" alt="">');
    expect(html).not.toContain('<img');
    expect(html).toContain('>鹭 &quot;x&quot;</span>');
    expect(html).toContain('>Picture not stored<');
  });

  it('does not say twice what a picture shows where its caption says it', () => {
    const figure = (caption: string): string =>
      read(`<figure><img data-picture="0" alt="a &amp; b"><figcaption>${caption}</figcaption></figure>`);
    expect(figure('<b>a</b> &amp; b')).toContain('>Picture not stored<');
    expect(figure('Another')).toContain('>a &amp; b</span>');
    expect(read('<p><img data-picture="0" alt="a"></p><figure><figcaption>a</figcaption></figure>')).toContain('>a</span>');
  });

  it('knows the caption of its own figure only: over the picture, for several pictures, and in a figure in a figure', () => {
    expect(read('<figure><figcaption>a</figcaption><img data-picture="0" alt="a"></figure>')).toContain('>Picture not stored<');
    expect(
      read(
        '<figure><img data-picture="0" alt="a"><a href="#at-x"><img data-picture="1" alt="a"></a><figcaption>a</figcaption></figure>',
      ),
    ).not.toContain('>a</span>');
    const nested = read(
      '<figure><figure><img data-picture="0" alt="a"><figcaption>b</figcaption></figure><img data-picture="1" alt="c"><figcaption>a</figcaption></figure>',
    );
    expect(nested).toContain('>a</span>');
    expect(nested).toContain('>c</span>');
  });

  it('takes twice the work for twice the pictures over a caption of twice the length', () => {
    const textsRead = (count: number): number => {
      const spy = vi.spyOn(String.prototype, 'replaceAll');
      read(`<figure>${'<img alt="">'.repeat(count)}<figcaption>${'x<br>'.repeat(count)}</figcaption></figure>`);
      const calls = spy.mock.calls.length;
      spy.mockRestore();
      return calls;
    };
    expect(textsRead(400)).toBeLessThan(textsRead(200) * 2.5);
  });

  it('puts no bullet before a task, which brings its box along', () => {
    expect(read('<ul><li>☑ a</li><li dir="rtl">☐ b</li><li>c ☐</li></ul>')).toBe(
      '<ul><li class="task">☑ a</li><li dir="rtl" class="task">☐ b</li><li>c ☐</li></ul>',
    );
  });

  it('lets a wide table and wide code scroll by themselves, by the keyboard too', () => {
    expect(read('<table><tbody><tr><td>1</td></tr></tbody></table>')).toBe(
      '<div class="table-scroll" role="region" aria-label="Table" tabindex="0"><table><tbody><tr><td>1</td></tr></tbody></table></div>',
    );
    expect(read('<pre lang="en">a</pre>')).toBe('<pre lang="en" tabindex="0">a</pre>');
  });

  it.each([
    ['video', 'en', 'Video'],
    ['audio', 'zh-Hans', '音频'],
    ['page', 'zh-Hant', '嵌入頁面'],
  ] as const)('says of a card of the kind %s in %s what it is, and keeps where it is', (kind, language, label) => {
    const card = `<p data-embed="${kind}"><a href="https://films.example/1">films.example</a></p>`;
    const html = read(card, 'outside', language);
    expect(html).toContain(`<p data-embed="${kind}" data-label="${label}">`);
    expect(html).toContain('>films.example</a></p>');
  });
});

describe('a picture that is stored', () => {
  const sha256 = 'ab'.repeat(32);
  const picture = (width: number, height: number): PictureHere => ({
    url: 'https://img.example/1.png',
    isOfArticle: true,
    stored: { sha256, width, height },
    reason: null,
  });
  const readStored = (html: string, body: ShownBody = 'article', pictures = [picture(800, 600)]): string => {
    const words = messagesFor('en').articlePage;
    return bodyForReading(html, { words, language: 'en', placeOf: () => 'outside', pictures, body });
  };
  const requestsOf = (html: string): readonly unknown[] =>
    [...html.matchAll(/class="picture"[^>]* href="([^"]*)"/gu)].map(([, address = '']) => followedLink(address));

  it('opens by a link that names its place among the pictures of the text that is shown', () => {
    const html = '<p><img data-picture="7" alt=""><img data-picture="0" alt="A heron"></p><p><img data-picture="0" alt=""></p>';
    expect(requestsOf(readStored(html))).toEqual(['offprint-view:picture/article/1', 'offprint-view:picture/article/2']);
    expect(requestsOf(readStored(html, 'original'))[0]).toBe('offprint-view:picture/original/1');
    expect(requestsOf(readStored(html, 12))[0]).toBe('offprint-view:picture/12/1');
  });

  it('says what it shows and what the link does', () => {
    expect(readStored('<img data-picture="0" alt="A &quot;heron&quot;">')).toContain(
      'aria-label="A &quot;heron&quot; (Open the picture)"><img src=',
    );
    expect(readStored('<img data-picture="0" alt="">')).toContain('lang="en" href=');
  });

  it('leaves a link that it stands in, and a sign of a few px, as they are', () => {
    const linked = readStored(
      '<p><a href="https://example.org/"><img data-picture="0" alt=""></a><img data-picture="0" alt=""></p>',
    );
    expect(requestsOf(linked)).toEqual(['offprint-view:picture/article/1']);
    expect(linked).toMatch(/<a class="outside"[^>]*><img [^>]*><\/a><a class="picture"/u);
    expect(requestsOf(readStored('<img data-picture="0" alt="">', 'article', [picture(600, 8)]))).toEqual([]);
  });

  it('is opened by no link that an article brings along', () => {
    expect(readStored('<a href="offprint-view:picture/article/0">x</a>')).toBe('<a>x</a>');
  });
});

describe('the address of a followed link', () => {
  it('is told from every other address', () => {
    expect(followedLink('https://example.org/')).toBeUndefined();
    expect(followedLink('offprint-article://library/news%3Aa.md')).toBeUndefined();
  });
});
