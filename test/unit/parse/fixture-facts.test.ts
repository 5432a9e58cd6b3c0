import { beforeAll, describe, expect, it } from 'vitest';
import { parsePage } from '#main/parse/parse-page.ts';
import type { PageInput, ParseResult } from '#main/parse/parsed-page.ts';
import { unreadablePages } from '#test/helpers/fixture-archive.ts';
import { fixtureFacts } from '#test/helpers/fixture-facts.ts';
import { readFixturePages } from './archive-pages.ts';

let results: ReadonlyMap<string, ParseResult>;

beforeAll(async () => {
  const pages: readonly PageInput[] = await readFixturePages();
  results = new Map(pages.map((page) => [page.path, parsePage(page)]));
});

describe('what the pages of the fixture archive say', () => {
  it.each([...fixtureFacts.pages])('%s', (path, facts) => {
    const result = results.get(path);
    expect(result?.ok === true ? result.page.article : result).toMatchObject(facts);
  });

  it('is an article, a list, or a known failure', () => {
    const all = [...results.values()];
    const pages = all.flatMap((result) => (result.ok ? [result.page] : []));
    expect(pages.filter(({ article }) => article !== null)).toHaveLength(fixtureFacts.articleCount);
    expect(pages.filter(({ index }) => index !== null)).toHaveLength(fixtureFacts.indexCount);
    const failures = [...results].flatMap(([path, result]) => (result.ok ? [] : [[path, result.code]]));
    expect(Object.fromEntries(failures)).toEqual(unreadablePages);
  });
});
