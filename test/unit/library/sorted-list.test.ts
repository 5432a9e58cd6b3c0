import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { listArticles } from '#main/library/article-list.ts';
import { setBookmark } from '#main/library/article-marks.ts';
import { type Library, openLibrary } from '#main/library/library.ts';
import { oldestFirstSql } from '#main/store/archive/article-rows.ts';
import { orderingSql } from '#main/store/archive/ordered-articles.ts';
import { storePages } from '#main/store/archive/store-pages.ts';
import type { WritableDb } from '#main/store/database.ts';
import type { ListScope } from '#preload/contract/library-types.ts';
import type { ListSort } from '#preload/contract/list-types.ts';
import { temporaryArchiveDatabase, temporaryLibraryDir } from '#test/helpers/library.ts';
import { makeIndexPage, makePage } from '#test/helpers/pages.ts';
import { expectNoScan, queryPlan } from '#test/helpers/query-plan.ts';

let content: WritableDb;
let library: Library;

const pages = [
  makePage('1.md', { title: '《长江》', source: '晨报', publishedOn: '2021-05-01', readingMinutes: 4 }),
  makePage('2.md', { title: 'Ferry', source: null, publishedOn: '2021-05-02', readingMinutes: 9 }),
  makePage('3.md', { title: '安静', source: 'Morning Post', publishedOn: '2021-05-03', readingMinutes: 4 }),
  makePage('4.md', { title: 'apple', source: '晨报', publishedOn: '2021-05-04', readingMinutes: 1 }),
];

beforeEach(() => {
  const libraryDir = temporaryLibraryDir();
  content = temporaryArchiveDatabase(libraryDir);
  const opened = openLibrary(libraryDir);
  library = opened;
  onTestFinished(() => opened.close());
  storePages(content, 'news', pages);
});

const all = { kind: 'all' } as const;
const pathsOf = (sort: ListSort, scope: ListScope = all, offset = 0, limit = 10): string[] =>
  listArticles(library, { scope, sort, offset, limit }).rows.map(({ path }) => path);

test('a list comes in the order that is asked for; within the same the newest comes first', () => {
  expect(pathsOf('newest')).toEqual(['4.md', '3.md', '2.md', '1.md']);
  expect(pathsOf('oldest')).toEqual(['1.md', '2.md', '3.md', '4.md']);
  expect(pathsOf('title')).toEqual(['3.md', '1.md', '4.md', '2.md']);
  expect(pathsOf('source')).toEqual(['4.md', '1.md', '3.md', '2.md']);
  expect(pathsOf('longest')).toEqual(['2.md', '3.md', '1.md', '4.md']);
});

test('archives, sections, bookmarks and what was removed upstream have the same orders, page by page', () => {
  storePages(content, 'other', [makePage('x.md', { title: 'Aa', readingMinutes: 50 })]);
  storePages(content, 'news', [makeIndexPage('index.md', 'Two', [[null, ['1.md', '4.md', '2.md']]])]);
  setBookmark(library, 'news:1.md', true);
  setBookmark(library, 'news:4.md', true);
  expect(pathsOf('title', { kind: 'archive', archiveId: 'news' }, 1, 2)).toEqual(['1.md', '4.md']);
  expect(pathsOf('longest', { kind: 'bookmarked' })).toEqual(['1.md', '4.md']);
  expect(pathsOf('oldest', { kind: 'bookmarked' })).toEqual(['1.md', '4.md']);
  expect(pathsOf('title', { kind: 'removed' })).toEqual([]);
  expect(listArticles(library, { scope: { kind: 'bookmarked' }, sort: 'title', offset: 0, limit: 1 }).total).toBe(2);
});

test('the order follows articles that change, move to another day, come and go', () => {
  const scope = { kind: 'archive', archiveId: 'news' } as const;
  expect(pathsOf('title', scope)).toEqual(['3.md', '1.md', '4.md', '2.md']);
  storePages(content, 'news', [
    makePage('1.md', { title: 'Aardvark', source: '晨报', publishedOn: '2022-01-01', readingMinutes: 30 }),
    makePage('5.md', { title: 'Zoo', publishedOn: '2020-01-01' }),
  ]);
  expect(pathsOf('title', scope)).toEqual(['3.md', '1.md', '4.md', '2.md', '5.md']);
  expect(pathsOf('longest', scope)[0]).toBe('1.md');
  expect(pathsOf('oldest', scope)[0]).toBe('5.md');
});

test('a few days of a list have the same orders', () => {
  const part = { scope: all, offset: 0, limit: 10, since: '2021-05-02', until: '2021-05-03' } as const;
  expect(listArticles(library, { ...part, sort: 'title' }).rows.map(({ path }) => path)).toEqual(['3.md', '2.md']);
  expect(listArticles(library, { ...part, sort: 'oldest' }).rows.map(({ path }) => path)).toEqual(['2.md', '3.md']);
});

test.each(['title', 'source', 'longest'] as const)('the order by %s is read from its index', (order) => {
  const range = { first: 0, end: 1 };
  const plan = queryPlan(content, orderingSql[order].all, { ...range, limit: 1, offset: 0 });
  expect(plan.join('\n')).toContain(`COVERING INDEX article_order_${order}`);
  expect(plan.join('\n')).not.toContain('TEMP B-TREE');
  const ofArchive = queryPlan(content, orderingSql[order].archive, { ...range, archiveId: 'a', limit: 1, offset: 0 }).join('\n');
  expect(ofArchive).toContain(`article_order_${order}`);
  expect(ofArchive).toContain('held USING PRIMARY KEY (archive_id=? AND article_id=?)');
  expect(ofArchive).not.toContain('TEMP B-TREE');
  const gathered = queryPlan(content, orderingSql[order].gathered('section'), { ...range, archiveId: 'a', path: 's' });
  expect(gathered.join('\n')).toContain('article_order USING INTEGER PRIMARY KEY');
});

test('the oldest first are read from the same indexes as the newest', () => {
  const plan = queryPlan(content, oldestFirstSql.all, { first: 0, end: 1, limit: 1, offset: 0 });
  expectNoScan(plan);
  expect(plan.join('\n')).toContain('COVERING INDEX article_newest');
});
