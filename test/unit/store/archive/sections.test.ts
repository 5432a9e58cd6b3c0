import { expect, test } from 'vitest';
import { countArticles, listArticleRows } from '#main/store/archive/article-rows.ts';
import { listSections, refreshSections, sectionsOf } from '#main/store/archive/sections.ts';
import { type PageToStore, storePages } from '#main/store/archive/store-pages.ts';
import { markPagesRemoved } from '#main/store/archive/stored-pages.ts';
import type { WritableDb } from '#main/store/database.ts';
import { temporaryArchiveDatabase } from '#test/helpers/library.ts';
import { makeIndexPage, makePage } from '#test/helpers/pages.ts';

function store(db: WritableDb, ...pages: readonly PageToStore[]): void {
  storePages(db, 'x', pages);
  refreshSections(db, 'x');
}

function described(db: WritableDb): string[] {
  return listSections(db).map(({ id, name, group, articles }) => `${id} ${group ?? '-'}/${name} ${articles}`);
}

const article = (path: string): PageToStore => makePage(path, { title: path });
const articles = ['p/1.md', 'p/2.md', 'p/3.md'].map(article);
const front = makeIndexPage('README.md', 'Front', [
  ['News', ['indexes/b.md|Bees', 'indexes/a.md|']],
  [null, ['indexes/c.md|Sea']],
]);
const indexA = makeIndexPage('indexes/a.md', 'Apes', [[null, ['p/1.md']]]);
const indexB = makeIndexPage('indexes/b.md', 'B', [[null, ['p/2.md', 'p/1.md', 'gone.md']]]);
const indexC = makeIndexPage('indexes/c.md', 'C', [[null, ['p/3.md']]]);
const indexD = makeIndexPage('indexes/d.md', 'Deer', [[null, ['p/3.md']]]);
const grouped = ['x:indexes/b.md News/Bees 2', 'x:indexes/a.md News/Apes 1', 'x:indexes/c.md -/Sea 1', 'x:indexes/d.md -/Deer 1'];

test.each([
  ['before', [...articles, front, indexA, indexB, indexC, indexD]],
  ['after', [indexD, indexC, indexB, indexA, front, ...articles]],
])('index pages are sections as the front page orders, groups and names them, stored %s the articles or not', (_, pages) => {
  const db = temporaryArchiveDatabase();
  for (const page of pages) store(db, page);
  expect(described(db)).toEqual(grouped);
  const [row] = listArticleRows(db, { scope: { kind: 'section', sectionId: 'x:indexes/a.md' }, offset: 0, limit: 9 });
  expect(sectionsOf(db, row?.rowId ?? 0)).toEqual(['Bees', 'Apes']);
  expect(countArticles(db, { kind: 'section', sectionId: 'x:indexes/b.md' })).toBe(2);
});

test('articles stored after the last refresh are in their sections', () => {
  const db = temporaryArchiveDatabase();
  store(db, front, indexA, indexB, indexC, indexD);
  storePages(db, 'x', articles);
  expect(described(db)).toEqual(grouped);
});

test('a section keeps what it once listed, and stays when its index page goes', () => {
  const db = temporaryArchiveDatabase();
  store(db, ...articles, indexA, indexB);
  store(db, makeIndexPage('indexes/a.md', 'Apes', [[null, ['p/3.md']]]));
  expect(described(db)).toEqual(['x:indexes/a.md -/Apes 2', 'x:indexes/b.md -/B 2']);
  markPagesRemoved(db, 'x', ['indexes/a.md']);
  store(db);
  expect(described(db)).toEqual(['x:indexes/a.md -/Apes 2', 'x:indexes/b.md -/B 2']);
  store(db, makePage('indexes/a.md', null));
  expect(described(db)).toEqual(['x:indexes/b.md -/B 2', 'x:indexes/a.md -/Apes 2']);
});

test('without index pages the headings of the front page are sections', () => {
  const db = temporaryArchiveDatabase();
  store(
    db,
    ...articles,
    makeIndexPage('README.en.md', 'Front', [['English', ['p/1.md']]]),
    makeIndexPage('README.md', 'Front', [
      ['2020', ['p/1.md', 'p/2.md']],
      [null, ['p/3.md']],
      ['2021', ['p/3.md']],
      ['2020', ['p/3.md']],
      ['Empty', ['nothing.md']],
    ]),
  );
  expect(described(db)).toEqual(['x:README.md#2020 -/2020 3', 'x:README.md#2021 -/2021 1']);
});

test('an archive without any index has its folders, until it publishes one', () => {
  const db = temporaryArchiveDatabase();
  store(db, ...articles, article('root.md'), article('p/deep/4.md'));
  expect(described(db)).toEqual(['x:p -/p 3', 'x:p/deep -/deep 1']);
  store(db, indexA);
  expect(described(db)).toEqual(['x:indexes/a.md -/Apes 1']);
});

test('sections of one archive list no pages of another', () => {
  const db = temporaryArchiveDatabase();
  store(db, indexA);
  storePages(db, 'y', articles);
  refreshSections(db, 'y');
  expect(listSections(db, 'x')).toEqual([]);
  expect(listSections(db, 'y').map(({ id }) => id)).toEqual(['y:p']);
});
