import { expect, test } from 'vitest';
import type { RepeatableBlock } from '#main/parse/parsed-page.ts';
import { readFurniture, refreshFurniture } from '#main/store/archive/furniture.ts';
import { readOutdatedPages } from '#main/store/archive/outdated-pages.ts';
import { removeArchiveContent } from '#main/store/archive/remove-archive.ts';
import { type PageToStore, storePages } from '#main/store/archive/store-pages.ts';
import type { WritableDb } from '#main/store/database.ts';
import { temporaryArchiveDatabase } from '#test/helpers/library.ts';
import { makePage } from '#test/helpers/pages.ts';

const pointer: RepeatableBlock = { fingerprint: 2 ** 52 + 1, hasWords: false };
const promotion: RepeatableBlock = { fingerprint: 7, hasWords: true };

function pageWith(path: string, blocks: readonly RepeatableBlock[], source: string | null = 'Evening Post'): PageToStore {
  const page = makePage(path, { title: path, source });
  if (!page.result.ok) throw new Error('a page without an article');
  return { ...page, result: { ok: true, page: { ...page.result.page, repeatable: blocks } } };
}

const pages = (count: number, prefix: string, blocks: readonly RepeatableBlock[], source?: string): PageToStore[] =>
  Array.from({ length: count }, (_unused, number) => pageWith(`${prefix}/${number}.md`, blocks, source));

const outdated = (db: WritableDb, archiveId: string): number =>
  readOutdatedPages(db, { archiveId, parserVersion: 1, after: null, limit: 1_000 }).length;

test('what leads elsewhere and stands on eight articles is furniture, and its pages are to be parsed again', () => {
  const db = temporaryArchiveDatabase();
  storePages(db, 'x', [...pages(7, 'few', [pointer]), ...pages(100, 'plain', [])]);
  expect(refreshFurniture(db, 'x')).toBe(0);
  storePages(db, 'x', pages(8, 'more', [pointer]));
  expect(refreshFurniture(db, 'x')).toBe(1);
  expect([...readFurniture(db, 'x')]).toEqual([pointer.fingerprint]);
  expect(outdated(db, 'x')).toBe(15);
  expect(refreshFurniture(db, 'x')).toBe(0);
});

test('a block with words of its own must stand on a third of the articles of its source', () => {
  const db = temporaryArchiveDatabase();
  storePages(db, 'x', [...pages(20, 'one', [promotion]), ...pages(60, 'plain', [])]);
  expect(refreshFurniture(db, 'x')).toBe(0);
  storePages(db, 'x', pages(20, 'two', [promotion]));
  expect(refreshFurniture(db, 'x')).toBe(1);
});

test('the share is taken of the articles of one source', () => {
  const db = temporaryArchiveDatabase();
  storePages(db, 'x', [...pages(12, 'one', [promotion], 'Morning Post'), ...pages(500, 'plain', [], 'Evening Post')]);
  expect(refreshFurniture(db, 'x')).toBe(1);
});

test('one article on many pages counts once', () => {
  const db = temporaryArchiveDatabase();
  const copies = Array.from({ length: 20 }, (_unused, number): PageToStore => {
    const page = makePage(`${number}.md`, { originalUrl: 'https://example.org/1' });
    return page.result.ok ? { ...page, result: { ok: true, page: { ...page.result.page, repeatable: [pointer] } } } : page;
  });
  storePages(db, 'x', copies);
  expect(refreshFurniture(db, 'x')).toBe(0);
});

test('each archive has its own furniture, and it goes with the archive', () => {
  const db = temporaryArchiveDatabase();
  storePages(db, 'x', pages(10, 'a', [pointer]));
  storePages(db, 'y', pages(3, 'b', [pointer]));
  refreshFurniture(db, 'x');
  expect(refreshFurniture(db, 'y')).toBe(0);
  expect(outdated(db, 'y')).toBe(0);
  removeArchiveContent(db, 'x');
  expect(readFurniture(db, 'x').size).toBe(0);
  expect(db.all('SELECT page_id FROM page_block')).toHaveLength(3);
});
