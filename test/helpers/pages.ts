import { createHash } from 'node:crypto';
import type { ParsedArticle, ParsedIndex } from '#main/parse/parsed-page.ts';
import type { PageToStore } from '#main/store/archive/store-pages.ts';

function gitBlobId(bytes: Uint8Array): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

export function makeArticle(overrides: Partial<ParsedArticle> = {}): ParsedArticle {
  const text = overrides.text ?? 'The lamp is lit at dusk.';
  return {
    title: 'The lamp',
    titleLanguage: 'en',
    language: 'en',
    publishedOn: '2021-05-03',
    isDateEstimated: false,
    source: null,
    byline: null,
    editor: null,
    issueNumber: null,
    originalUrl: null,
    topics: [],
    text,
    excerpt: text.slice(0, 200),
    readingMinutes: 1,
    characters: 0,
    words: 6,
    html: `<p>${text}</p>`,
    pictures: [],
    links: [],
    ...overrides,
  };
}

/** A page whose bytes follow from what it says, so that another article makes another blob id. */
export function makePage(
  pagePath: string,
  overrides: Partial<ParsedArticle> | null = {},
  index: ParsedIndex | null = null,
): PageToStore {
  const article = overrides && makeArticle(overrides);
  const bytes = Buffer.from(JSON.stringify({ pagePath, article, index }));
  return {
    path: pagePath,
    oid: gitBlobId(bytes),
    bytes,
    parserVersion: 1,
    result: { ok: true, page: { article, index, repeatable: [] } },
  };
}

export function makeIndexPage(
  pagePath: string,
  title: string,
  groups: readonly (readonly [heading: string | null, entries: readonly string[]])[],
): PageToStore {
  return makePage(pagePath, null, {
    title,
    groups: groups.map(([heading, entries]) => ({
      heading,
      entries: entries.map((entry) => {
        const [target = '', name = ''] = entry.split('|');
        return { path: target, title: name };
      }),
    })),
  });
}

export function makeFailedPage(pagePath: string, content = 'broken'): PageToStore {
  const bytes = Buffer.from(content);
  const result = { ok: false, code: 'page-not-text', message: 'not a text' } as const;
  return { path: pagePath, oid: gitBlobId(bytes), bytes, parserVersion: 1, result };
}
