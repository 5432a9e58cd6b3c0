import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ReportedFailure } from '#main/failure.ts';
import { articleProtocolHandler, type ArticleRequest, type ServedPicture } from '#main/read/article-protocol.ts';
import { stylePlace } from '#main/read/frame-document.ts';

const stored = 'ab'.repeat(32);
const readStored = async (sha256: string): Promise<ServedPicture | null> =>
  sha256 === stored ? { type: 'png', bytes: new Uint8Array([1, 2]) } : null;

const get = async (address: string): Promise<{ response: Response; asked: ArticleRequest[] }> => {
  const asked: ArticleRequest[] = [];
  const handle = articleProtocolHandler(
    async (request) => {
      asked.push(request);
      if (request.id === 'news:none.md') throw new ReportedFailure({ code: 'not-found', message: 'no article' });
      return `<p>${request.id}</p>`;
    },
    readStored,
    () => ':root { --text-size: 21px; }',
  );
  return { response: await handle(new Request(address)), asked };
};

describe('the addresses of the article frame', () => {
  it('serves a stored picture by its digest with its own type, and nothing in place of another', async () => {
    const { response, asked } = await get(`offprint-article://picture/${stored}`);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(new Uint8Array([1, 2]));
    expect((await get(`offprint-article://picture/${'cd'.repeat(32)}`)).response.status).toBe(404);
    expect(asked).toEqual([]);
  });

  it('serves the stylesheet of the reader as it is now', async () => {
    const { response } = await get('offprint-article://style/reading.css?3');
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8']);
    expect(await response.text()).toBe(':root { --text-size: 21px; }');
  });

  it('puts the styles into the page, each let in by its digest and no other', async () => {
    const handle = articleProtocolHandler(
      async () => `<head>${stylePlace}</head><p>${stylePlace}$&</p>`,
      readStored,
      () => ':root { --text-size: 21px; }',
    );
    const response = await handle(new Request('offprint-article://library/news%3Aa%2F1.md'));
    const html = await response.text();
    const styles = [...html.matchAll(/<style[^>]*>([^<]*)<\/style>/gu)].map(([, style = '']) => style);
    expect(styles.at(-1)).toBe(':root { --text-size: 21px; }');
    expect(html).toContain(`<p>${stylePlace}$&</p>`);
    const digests = styles.map((style) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`);
    expect(digests).toHaveLength(2);
    expect(response.headers.get('content-security-policy')).toContain(
      `; style-src offprint-article://style ${digests.join(' ')}; `,
    );
  });

  it.each([
    ['?language=zh-Hant&find=%E6%B9%BF', { find: '湿', isLiteral: false, isOriginal: false, version: null, language: 'zh-Hant' }],
    ['?language=en&version=7&find=a', { find: 'a', isLiteral: false, isOriginal: false, version: 7, language: 'en' }],
    ['?language=en&find=a&literal', { find: 'a', isLiteral: true, isOriginal: false, version: null, language: 'en' }],
    ['?version=7x', { find: '', isLiteral: false, isOriginal: false, version: 0, language: null }],
    ['?language=en&original', { find: '', isLiteral: false, isOriginal: true, version: null, language: 'en' }],
    ['?language=constructor', { find: '', isLiteral: false, isOriginal: false, version: null, language: null }],
    ['', { find: '', isLiteral: false, isOriginal: false, version: null, language: null }],
  ])('an article with %s is asked for as %j', async (query, expected) => {
    const { response, asked } = await get(`offprint-article://library/news%3Aa%2F1.md${query}`);
    expect(asked).toEqual([{ id: 'news:a/1.md', ...expected }]);
    expect([response.status, await response.text()]).toEqual([200, '<p>news:a/1.md</p>']);
  });

  it('every answer, the page as published too, comes with the policy that lets nothing load and nothing run', async () => {
    for (const address of ['library/news%3A1.md?original', 'library/news%3Anone.md', 'style/reading.css', 'elsewhere/x']) {
      const { response } = await get(`offprint-article://${address}`);
      const policy = response.headers.get('content-security-policy');
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'none'");
    }
  });

  it('an article that is not there, and a host that serves nothing, are not found', async () => {
    expect((await get('offprint-article://library/news%3Anone.md')).response.status).toBe(404);
    const { response, asked } = await get('offprint-article://link/abc');
    expect([response.status, asked]).toEqual([404, []]);
  });
});
