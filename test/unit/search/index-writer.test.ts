import { expect, test } from 'vitest';
import { checkIndex } from '#main/search/check-index.ts';
import { beginRebuild, isIndexOfThisVersion } from '#main/search/index-rebuild.ts';
import { createIndex, dropIndex, tablesOf } from '#main/search/index-tables.ts';
import { indexPending, isIndexingDue, mergeIndex } from '#main/search/index-writer.ts';
import { search } from '#main/search/search.ts';
import { storePages } from '#main/store/archive/store-pages.ts';
import type { WritableDb } from '#main/store/database.ts';
import { openArchiveDatabase } from '#main/store/open.ts';
import { fillLibrary, indexEverything, temporaryArchiveDatabase, temporaryLibraryDir } from '#test/helpers/library.ts';
import { generateArticles } from '#test/helpers/generated-text.ts';
import { makePage } from '#test/helpers/pages.ts';

function totalOf(db: WritableDb, query: string): number {
  return search(db, { query, sort: 'newest', offset: 0, limit: 10_000 }).total;
}

const rowsOfIndex = (db: WritableDb): number[] =>
  ['fts', 'fts_title', 'fts_chars'].map((table) => db.all(`SELECT rowid FROM ${table}`).length);

test('works through the queue in bounded portions, the newest articles first', () => {
  const db = temporaryArchiveDatabase();
  storePages(db, 'x', [
    makePage('1.md', { text: 'lantern', publishedOn: '2001-01-01' }),
    makePage('2.md', { text: 'lantern', publishedOn: '2003-01-01' }),
    makePage('3.md', { text: 'lantern', publishedOn: '2002-01-01' }),
  ]);
  expect(totalOf(db, 'lantern')).toBe(0);
  expect(indexPending(db, { maximumArticles: 2 })).toEqual({ indexed: 2, remaining: 1 });
  expect(totalOf(db, 'lantern after:2002')).toBe(2);
  expect(indexPending(db, { maximumArticles: 2 })).toEqual({ indexed: 1, remaining: 0 });
  expect(indexPending(db, { maximumArticles: 2 })).toEqual({ indexed: 0, remaining: 0 });
  expect(totalOf(db, 'lantern')).toBe(3);
});

test('what an article no longer says is not found any more', () => {
  const db = temporaryArchiveDatabase();
  storePages(db, 'x', [
    makePage('1.md', { title: '河', text: '河灯 lantern' }),
    makePage('2.md', { title: 'Stays', text: '山' }),
  ]);
  indexEverything(db);
  storePages(db, 'x', [makePage('1.md', { title: '山', text: '山路' })]);
  indexEverything(db);
  expect(['河灯', '河', 'lantern', 'title:河', '山', '山路'].map((query) => totalOf(db, query))).toEqual([0, 0, 0, 0, 2, 1]);
  storePages(db, 'x', [makePage('1.md', null)]);
  indexEverything(db);
  expect(totalOf(db, '山')).toBe(1);
  expect(rowsOfIndex(db)).toEqual([1, 1, 1]);
});

const outdate = (db: WritableDb): number => db.run("UPDATE meta SET value = '0' WHERE key = 'fold_version'");

test('an index of another version serves until a new one is whole, and what changes meanwhile is in both', () => {
  const libraryDir = temporaryLibraryDir();
  const db = temporaryArchiveDatabase(libraryDir);
  const reader = openArchiveDatabase(libraryDir, 'read');
  fillLibrary(db, [{ text: '河灯' }, { text: '河灯 山路' }, { text: '河灯 大海' }]);
  expect([isIndexOfThisVersion(db), isIndexingDue(db)]).toEqual([true, false]);
  outdate(db);
  expect(isIndexingDue(reader)).toBe(true);
  expect(indexPending(db, { maximumArticles: 1 })).toEqual({ indexed: 1, remaining: 2 });
  expect([totalOf(db, '河灯'), isIndexOfThisVersion(db)]).toEqual([3, false]);
  storePages(db, 'a', [makePage('pages/0.md', { text: '山路' }), makePage('pages/9.md', { text: '河灯' })]);
  storePages(db, 'a', [makePage('pages/2.md', null)]);
  expect(indexPending(db, { maximumArticles: 3 }).remaining).toBeGreaterThan(0);
  const meanwhile = ['河灯', '山路', '大海'].map((query) => search(reader, { query, sort: 'newest', offset: 0, limit: 9 }).total);
  expect(meanwhile).toEqual([2, 2, 0]);
  indexEverything(db);
  expect([isIndexOfThisVersion(reader), isIndexingDue(reader)]).toEqual([true, false]);
  expect(['河灯', '山路', '大海'].map((query) => search(reader, { query, sort: 'newest', offset: 0, limit: 9 }).total)).toEqual([
    2, 2, 0,
  ]);
  expect(rowsOfIndex(db)).toEqual([3, 3, 3]);
  expect(checkIndex(db)).toEqual({ isSound: true, missing: 0, surplus: 0 });
  reader.close();
});

test('a new index that was begun goes on in the next run of the program', () => {
  const libraryDir = temporaryLibraryDir();
  const first = openArchiveDatabase(libraryDir, 'write');
  fillLibrary(first, [{ text: '河灯' }, { text: '山路' }, { text: '大海' }]);
  outdate(first);
  indexPending(first, { maximumArticles: 2 });
  first.close();
  const next = temporaryArchiveDatabase(libraryDir);
  expect(indexPending(next, { maximumArticles: 2 })).toEqual({ indexed: 1, remaining: 0 });
  expect([isIndexingDue(next), totalOf(next, '河灯'), totalOf(next, '大海')]).toEqual([false, 1, 1]);
  beginRebuild(next);
  indexEverything(next);
  expect([isIndexingDue(next), rowsOfIndex(next)]).toEqual([false, [3, 3, 3]]);
});

test('a check tells articles that the index lacks, and rows of articles that are gone', () => {
  const db = temporaryArchiveDatabase();
  fillLibrary(db, [{ text: '河灯' }, { text: '山路' }]);
  db.run('DELETE FROM fts_title WHERE rowid = (SELECT min(id) FROM article)');
  db.run("INSERT INTO fts_chars (rowid, characters) VALUES (7, '河')");
  expect(checkIndex(db)).toEqual({ isSound: true, missing: 1, surplus: 1 });
});

test('tidying ends, and what is found stays', () => {
  const db = temporaryArchiveDatabase();
  const articles = generateArticles(300, 9, 200);
  for (let at = 0; at < articles.length; at += 30) {
    storePages(
      db,
      'x',
      articles.slice(at, at + 30).map((article, number) => makePage(`${at + number}.md`, article)),
    );
    indexEverything(db);
  }
  const before = totalOf(db, '的');
  let rounds = 0;
  while (mergeIndex(db, 200) && rounds < 1_000) rounds += 1;
  expect(rounds).toBeLessThan(1_000);
  expect(totalOf(db, '的')).toBe(before);
  expect(before).toBeGreaterThan(200);
});

const piecesOf = (db: WritableDb): number[] =>
  tablesOf('').map(
    (table) => db.first<{ pieces: number }>(`SELECT count(DISTINCT segid) AS pieces FROM ${table}_idx`)?.pieces ?? 0,
  );

test('nothing is merged while articles are written or deleted, and everything into one piece when that is asked for', () => {
  const db = temporaryArchiveDatabase();
  const pages = generateArticles(200, 4).map((article, number) => makePage(`${number}.md`, article));
  for (let at = 0; at < pages.length; at += 10) {
    storePages(db, 'x', pages.slice(at, at + 10));
    indexEverything(db);
  }
  storePages(
    db,
    'x',
    Array.from({ length: 100 }, (_, number) => makePage(`${number}.md`, null)),
  );
  indexEverything(db);
  expect(piecesOf(db).every((pieces) => pieces >= 20)).toBe(true);
  const before = totalOf(db, '的');
  let isMore = mergeIndex(db, 10, 'everything');
  expect(isMore).toBe(true);
  for (let slice = 0; isMore && slice < 1_000; slice += 1) isMore = mergeIndex(db, 10);
  expect(isMore).toBe(false);
  expect(piecesOf(db)).toEqual([1, 1, 1]);
  expect(totalOf(db, '的')).toBe(before);
  expect(checkIndex(db)).toEqual({ isSound: true, missing: 0, surplus: 0 });
});

test('an index made anew writes as the one that the library began with', () => {
  const db = temporaryArchiveDatabase();
  const optionsOf = (table: string): unknown[] => db.all(`SELECT k, v FROM ${table}_config ORDER BY k`);
  const before = tablesOf('').map(optionsOf);
  dropIndex(db, '');
  createIndex(db, '');
  expect(tablesOf('').map(optionsOf)).toEqual(before);
});
