import { expect, test } from 'vitest';
import { indexPending, isIndexOfThisVersion, mergeIndex, rebuildIndex } from '#main/search/index-writer.ts';
import { search } from '#main/search/search.ts';
import { storePages } from '#main/store/archive/store-pages.ts';
import type { WritableDb } from '#main/store/database.ts';
import { fillLibrary, indexEverything, temporaryArchiveDatabase } from '#test/helpers/library.ts';
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

test('an index of another version is made anew', () => {
  const db = temporaryArchiveDatabase();
  fillLibrary(db, [{ text: '河灯' }, { text: '山路' }]);
  expect(isIndexOfThisVersion(db)).toBe(true);
  db.run("UPDATE meta SET value = '0' WHERE key = 'fold_version'");
  expect(isIndexOfThisVersion(db)).toBe(false);
  expect(indexPending(db, { maximumArticles: 1 })).toEqual({ indexed: 1, remaining: 1 });
  indexEverything(db);
  expect(isIndexOfThisVersion(db)).toBe(true);
  expect([totalOf(db, '河灯'), totalOf(db, '山路')]).toEqual([1, 1]);
  rebuildIndex(db);
  expect(rowsOfIndex(db)).toEqual([0, 0, 0]);
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
