import { expect, test } from 'vitest';
import { countArticles, listArticleRows } from '#main/store/archive/article-rows.ts';
import { listSections, refreshSections, sectionSql, sectionsOf } from '#main/store/archive/sections.ts';
import { type PageToStore, storePages } from '#main/store/archive/store-pages.ts';
import { markPagesRemoved } from '#main/store/archive/stored-pages.ts';
import type { WritableDb } from '#main/store/database.ts';
import { temporaryArchiveDatabase } from '#test/helpers/library.ts';
import { makeIndexPage, makePage } from '#test/helpers/pages.ts';
import { expectNoScan, queryPlan } from '#test/helpers/query-plan.ts';

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

test('a folder is called what its own front page says, and a page with a folder of its own belongs to the folder above', () => {
  const db = temporaryArchiveDatabase();
  const titled = (path: string, title: string): PageToStore => makePage(path, { title });
  store(
    db,
    titled('docs/01-first_steps/a.md', 'A'),
    titled('docs/water/index.md', '水文'),
    titled('docs/water/b.md', 'B'),
    titled('posts/trip/index.md', 'A trip'),
    titled('posts/c.md', 'C'),
    titled('about/index.md', 'About'),
  );
  expect(described(db)).toEqual(['x:docs/01-first_steps -/first steps 1', 'x:docs/water -/水文 2', 'x:posts -/posts 2']);
});

test('the parts of a single table of contents are sections', () => {
  const db = temporaryArchiveDatabase();
  const parts: [string, string[]][] = [
    ['Part One', ['p/1.md']],
    ['Part Two', ['p/2.md', 'p/3.md']],
  ];
  store(db, ...articles, makeIndexPage('src/SUMMARY.md', 'Summary', parts));
  expect(described(db)).toEqual(['x:src/SUMMARY.md#Part One -/Part One 1', 'x:src/SUMMARY.md#Part Two -/Part Two 2']);
});

test.each([
  [[], 'my book'],
  [[makePage('my-book/README.md', { title: 'The Book of Weirs' })], 'The Book of Weirs'],
])('a table of contents without a name of its own is called after its book', (pages, name) => {
  const db = temporaryArchiveDatabase();
  store(db, ...articles, ...pages, makeIndexPage('my-book/SUMMARY.md', '目录', [[null, ['p/1.md']]]));
  expect(described(db)).toEqual([`x:my-book/SUMMARY.md -/${name} 1`]);
});

test('a front page names the index of a folder by a link to the folder', () => {
  const db = temporaryArchiveDatabase();
  store(
    db,
    ...articles,
    makeIndexPage('README.md', 'Front', [['Books', ['p/README.md|Pages']]]),
    makeIndexPage('p/_index.md', 'p', [[null, ['p/1.md', 'p/2.md']]]),
  );
  expect(described(db)).toEqual(['x:p/_index.md Books/Pages 2']);
});

test('an index that is only numbered is called what the other indexes call it most often', () => {
  const db = temporaryArchiveDatabase();
  store(
    db,
    ...articles,
    makeIndexPage('indexes/a.md', 'Apes', [[null, ['p/1.md', 'indexes/251.md|Earlier']]]),
    makeIndexPage('indexes/b.md', 'Bees', [[null, ['p/1.md', 'indexes/251.md|Comments']]]),
    makeIndexPage('indexes/c.md', 'Cats', [[null, ['p/1.md', 'indexes/251.md|Comments', 'indexes/b.md|Honey']]]),
    makeIndexPage('indexes/251.md', '251', [[null, ['p/2.md']]]),
    makeIndexPage('indexes/nf73.md', 'nf73', [[null, ['p/3.md']]]),
  );
  expect(listSections(db).map(({ name }) => name)).toEqual(['Comments', 'Apes', 'Bees', 'Cats', 'nf73']);
});

test('sections of one archive list no pages of another', () => {
  const db = temporaryArchiveDatabase();
  store(db, indexA);
  storePages(db, 'y', articles);
  refreshSections(db, 'y');
  expect(listSections(db, 'x')).toEqual([]);
  expect(listSections(db, 'y').map(({ id }) => id)).toEqual(['y:p']);
});

test.each([sectionSql.titleOfPage, sectionSql.titleOfIndex])('the front page of a folder is found by its path', (sql) => {
  const plan = queryPlan(temporaryArchiveDatabase(), sql, ['x', 'a']);
  expectNoScan(plan);
  expect(plan.join('\n')).toContain('sqlite_autoindex_page_1 (archive_id=? AND path=?)');
});
