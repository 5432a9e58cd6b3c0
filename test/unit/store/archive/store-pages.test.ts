import { expect, test } from 'vitest';
import { findArticleRow, listArticleRows, type ArticleRow } from '#main/store/archive/article-rows.ts';
import { readBody } from '#main/store/archive/bodies.ts';
import { readKeyChanges } from '#main/store/archive/key-changes.ts';
import { resolveArticleByPage, resolveArticleByUrl } from '#main/store/archive/links.ts';
import { readOriginalPage } from '#main/store/archive/original-page.ts';
import { readOutdatedPages } from '#main/store/archive/outdated-pages.ts';
import { removeArchiveContent } from '#main/store/archive/remove-archive.ts';
import { archiveStates, beginState, completeState, knownObjects, recordFailure } from '#main/store/archive/state.ts';
import { listFailedPages, markPagesRemoved, readStoredPages } from '#main/store/archive/stored-pages.ts';
import { storePages } from '#main/store/archive/store-pages.ts';
import type { WritableDb } from '#main/store/database.ts';
import { indexEverything, temporaryArchiveDatabase } from '#test/helpers/library.ts';
import { makeArticle, makeFailedPage, makePage } from '#test/helpers/pages.ts';

function allRows(db: WritableDb): ArticleRow[] {
  return listArticleRows(db, { scope: { kind: 'all' }, offset: 0, limit: 100 });
}

const titles = (db: WritableDb): string[] => allRows(db).map((row) => row.title);

function queued(db: WritableDb): number[] {
  return db.all<{ id: number }>('SELECT article_id AS id FROM index_queue ORDER BY 1').map(({ id }) => id);
}

const outdated = (db: WritableDb, archiveId: string): string[] =>
  readOutdatedPages(db, { archiveId, parserVersion: 1, after: null, limit: 9 }).map((page) => page.path);

/** Whatever happened, every table must tell the same. */
function expectSound(db: WritableDb): void {
  const faults = [
    'SELECT id FROM article WHERE id NOT IN (SELECT article_id FROM article_body)',
    'SELECT article_id FROM article_body WHERE article_id NOT IN (SELECT id FROM article)',
    'SELECT id FROM page WHERE article_id NOT IN (SELECT id FROM article)',
    'SELECT id FROM article WHERE page_id NOT IN (SELECT id FROM page WHERE article_id = article.id)',
    'SELECT DISTINCT archive_id, article_id FROM page WHERE article_id IS NOT NULL EXCEPT SELECT archive_id, article_id FROM archive_article',
    'SELECT archive_id, article_id FROM archive_article EXCEPT SELECT archive_id, article_id FROM page',
    'SELECT article_id FROM section_article WHERE article_id NOT IN (SELECT id FROM article)',
    'SELECT page_id FROM page_block WHERE page_id NOT IN (SELECT id FROM page)',
    'SELECT page_id FROM page_content WHERE page_id NOT IN (SELECT id FROM page)',
    `SELECT id FROM article WHERE is_removed_upstream <> (
      SELECT min(is_removed_upstream) FROM page WHERE page.article_id = article.id)`,
  ];
  for (const sql of faults) expect(db.all(sql), sql).toEqual([]);
}

test('counts what is new, what changed and what could not be read', () => {
  const db = temporaryArchiveDatabase();
  const pages = [makePage('a.md'), makePage('b.md', { title: 'B' }), makeFailedPage('c.md')];
  expect(storePages(db, 'x', pages)).toEqual({ added: 2, changed: 0, failed: 1 });
  expect(storePages(db, 'x', pages)).toEqual({ added: 0, changed: 0, failed: 1 });
  expect(storePages(db, 'x', [makePage('a.md', { title: 'Anew' }), makePage('c.md')])).toEqual({
    added: 0,
    changed: 2,
    failed: 0,
  });
  expect(titles(db).toSorted()).toEqual(['Anew', 'B', 'The lamp']);
  expect(listFailedPages(db, 'x')).toEqual([]);
  expectSound(db);
});

test('gives back everything that was stored', () => {
  const db = temporaryArchiveDatabase();
  const article = makeArticle({
    title: '河灯',
    titleLanguage: 'zh-Hans',
    language: 'zh-Hans',
    isDateEstimated: true,
    source: '河灯社',
    byline: '某人',
    originalUrl: 'https://example.org/1',
    topics: ['水', '灯'],
    readingMinutes: 3,
    pictures: [{ url: 'https://example.org/1.png', alt: '灯' }],
    links: [{ text: '二', url: 'page:b.md' }],
  });
  const page = makePage('a.md', article);
  storePages(db, 'x', [page]);
  const { text, html, pictures, links, editor, issueNumber, characters, words, ...rowFields } = article;
  const row = findArticleRow(db, 'x', 'a.md');
  expect(row).toMatchObject({ ...rowFields, archiveId: 'x', path: 'a.md', key: '//example.org/1', isRemovedUpstream: false });
  expect(readBody(db, row?.rowId ?? 0)).toEqual({ text, html, pictures, links, editor, issueNumber, characters, words });
  expect(Buffer.from(readOriginalPage(db, 'x', 'a.md').bytes)).toEqual(Buffer.from(page.bytes));
  expect(() => readBody(db, 1)).toThrow(expect.objectContaining({ code: 'not-found' }));
  expect(() => readOriginalPage(db, 'x', 'z.md')).toThrow(expect.objectContaining({ code: 'not-found' }));
});

test('an original page whose bytes were damaged is refused', () => {
  const db = temporaryArchiveDatabase();
  storePages(db, 'x', [makePage('a.md'), makePage('b.md', { title: 'B' })]);
  db.run(`UPDATE page_content SET content = (SELECT content FROM page_content WHERE page_id = 2) WHERE page_id = 1`);
  expect(() => readOriginalPage(db, 'x', 'a.md')).toThrow(expect.objectContaining({ code: 'library-damaged' }));
  db.run(`UPDATE page_content SET content = x'00ff00ff' WHERE page_id = 1`);
  expect(() => readOriginalPage(db, 'x', 'a.md')).toThrow(expect.objectContaining({ code: 'library-damaged' }));
});

test('of two pages equally full the same one is shown, whichever came first', () => {
  const pages = ['a.md', 'b.md'].map((path) =>
    makePage(path, { title: path, text: 'same', originalUrl: 'https://example.org/1' }),
  );
  for (const order of [pages, pages.toReversed()]) {
    const db = temporaryArchiveDatabase();
    for (const page of order) storePages(db, 'x', [page]);
    expect(titles(db)).toEqual(['a.md']);
  }
});

test('pages of one original address are one article, shown from the fullest, listed in every archive', () => {
  const db = temporaryArchiveDatabase();
  storePages(db, 'x', [
    makePage('a.md', { title: 'Short', text: 'ab', originalUrl: 'http://www.example.org/1/?utm_source=x#top' }),
  ]);
  storePages(db, 'y', [makePage('b.md', { title: 'Full', text: 'abcdef', originalUrl: 'https://example.org/1' })]);
  storePages(db, 'z', [makePage('c.md', { title: 'Middle', text: 'abcd', originalUrl: 'https://example.org:443/1?fbclid=1' })]);
  expect(titles(db)).toEqual(['Full']);
  for (const [archiveId, path] of [
    ['x', 'a.md'],
    ['y', 'b.md'],
    ['z', 'c.md'],
  ] as const) {
    expect(findArticleRow(db, archiveId, path)).toMatchObject({ title: 'Full', archiveId: 'y', path: 'b.md' });
    expect(listArticleRows(db, { scope: { kind: 'archive', archiveId }, offset: 0, limit: 9 })).toHaveLength(1);
  }
  expect(resolveArticleByUrl(db, 'http://example.org/1/')).toMatchObject({ archiveId: 'y', path: 'b.md' });
  expect(resolveArticleByPage(db, 'x', 'a.md')).toMatchObject({ archiveId: 'y', path: 'b.md' });
  expect(resolveArticleByUrl(db, 'nonsense')).toBeUndefined();
  expectSound(db);
});

test('a changed date moves the article in every list and in the index', () => {
  const db = temporaryArchiveDatabase();
  storePages(db, 'x', [makePage('a.md', { title: 'Moves' }), makePage('b.md', { title: 'Stays', publishedOn: '2021-06-01' })]);
  indexEverything(db);
  const before = findArticleRow(db, 'x', 'a.md')?.rowId ?? 0;
  storePages(db, 'x', [makePage('a.md', { title: 'Moves', publishedOn: '2022-01-01' })]);
  const after = findArticleRow(db, 'x', 'a.md')?.rowId ?? 0;
  expect(titles(db)).toEqual(['Moves', 'Stays']);
  expect(after).not.toBe(before);
  expect(queued(db)).toEqual([before, after]);
  expectSound(db);
  indexEverything(db);
  expect(db.all('SELECT rowid AS id FROM fts_title WHERE fts_title MATCH ?', ['moves'])).toEqual([{ id: after }]);
});

test('days before 1970 and days that make no sense have their place', () => {
  const db = temporaryArchiveDatabase();
  const days = ['1969-12-31', '1970-01-01', 'someday', '1950-01-01', '2020-02-29'];
  storePages(
    db,
    'x',
    days.map((publishedOn, number) => makePage(`${number}.md`, { title: publishedOn, publishedOn })),
  );
  expect(titles(db)).toEqual(['2020-02-29', 'someday', '1970-01-01', '1969-12-31', '1950-01-01']);
  const ranged = listArticleRows(db, { scope: { kind: 'all' }, since: '1969-12-31', until: '1970-01-01', offset: 0, limit: 9 });
  expect(ranged.map((row) => row.title)).toEqual(['someday', '1970-01-01', '1969-12-31']);
});

test('a page that names another original address leaves its article to its other pages', () => {
  const db = temporaryArchiveDatabase();
  const one = { title: 'One', text: 'long enough', originalUrl: 'https://example.org/1' };
  storePages(db, 'x', [makePage('a.md', one), makePage('b.md', { ...one, title: 'One too', text: 'short' })]);
  storePages(db, 'x', [makePage('a.md', { title: 'Two', originalUrl: 'https://example.org/2' })]);
  expect(titles(db).toSorted()).toEqual(['One', 'Two']);
  expect(findArticleRow(db, 'x', 'b.md')).toMatchObject({ title: 'One', path: 'b.md' });
  expect(outdated(db, 'x')).toEqual(['b.md']);
  storePages(db, 'x', [makePage('b.md', { ...one, title: 'One too', text: 'short' })]);
  expect(titles(db).toSorted()).toEqual(['One too', 'Two']);
  expect(outdated(db, 'x')).toEqual([]);
  storePages(db, 'x', [makePage('b.md', null)]);
  expect(titles(db)).toEqual(['Two']);
  expectSound(db);
});

test('an article whose key changed is known to have moved, unless another page still holds it', () => {
  const db = temporaryArchiveDatabase();
  const changes = (): string[] => readKeyChanges(db, 0).map(({ from, to }) => `${from} -> ${to}`);
  storePages(db, 'x', [makePage('a.md', { title: 'A' }), makePage('b.md', { title: 'B' })]);
  storePages(db, 'x', [makePage('a.md', { title: 'A', originalUrl: 'https://example.org/1' })]);
  expect(changes()).toEqual(['x:a.md -> //example.org/1']);
  storePages(db, 'x', [makePage('b.md', { title: 'B', originalUrl: 'https://example.org/1' })]);
  expect(changes()).toEqual(['x:a.md -> //example.org/1', 'x:b.md -> //example.org/1']);
  storePages(db, 'x', [makePage('b.md', { title: 'B', originalUrl: 'https://example.org/2' })]);
  expect(changes()).toHaveLength(2);
  const [first, second] = readKeyChanges(db, 0);
  expect(readKeyChanges(db, first?.id ?? 0)).toEqual([second]);
});

test('a page that can no longer be read keeps its article, and mends when it can', () => {
  const db = temporaryArchiveDatabase();
  storePages(db, 'x', [makePage('a.md', { title: 'Good' })]);
  expect(storePages(db, 'x', [makeFailedPage('a.md')])).toEqual({ added: 0, changed: 0, failed: 1 });
  expect(titles(db)).toEqual(['Good']);
  expect(listFailedPages(db, 'x')).toEqual([{ path: 'a.md', code: 'page-not-text', message: 'not a text' }]);
  expect(Buffer.from(readOriginalPage(db, 'x', 'a.md').bytes).toString()).toBe('broken');
  expectSound(db);
  storePages(db, 'x', [makePage('a.md', { title: 'Good again' })]);
  expect(titles(db)).toEqual(['Good again']);
  expect(listFailedPages(db, 'x')).toEqual([]);
});

test('a page skipped unread has no content, until it is read', () => {
  const db = temporaryArchiveDatabase();
  const page = makePage('a.md');
  const skipped = {
    ...page,
    bytes: new Uint8Array(),
    result: { ok: false, code: 'page-too-large', message: 'too large' },
  } as const;
  storePages(db, 'x', [skipped]);
  expect(knownObjects(db, 'x').read(page.oid)).toBeUndefined();
  expect(() => readOriginalPage(db, 'x', 'a.md')).toThrow(expect.objectContaining({ code: 'not-found' }));
  storePages(db, 'x', [page]);
  expect(readOriginalPage(db, 'x', 'a.md').bytes).toHaveLength(page.bytes.length);
});

test('what leaves the archive stays in the library, marked, until it returns', () => {
  const db = temporaryArchiveDatabase();
  const page = makePage('a.md');
  storePages(db, 'x', [page, makePage('b.md', { title: 'B' })]);
  expect(markPagesRemoved(db, 'x', ['a.md', 'a.md', 'unknown.md'])).toBe(1);
  expect(findArticleRow(db, 'x', 'a.md')?.isRemovedUpstream).toBe(true);
  expect([...readStoredPages(db, 'x').keys()]).toEqual(['b.md']);
  expect(listArticleRows(db, { scope: { kind: 'removed' }, offset: 0, limit: 9 })).toHaveLength(1);
  expectSound(db);
  expect(storePages(db, 'x', [page])).toEqual({ added: 1, changed: 0, failed: 0 });
  expect(findArticleRow(db, 'x', 'a.md')?.isRemovedUpstream).toBe(false);
  expectSound(db);
});

test('an article is removed upstream only when all its pages are; the page still upstream takes over', () => {
  const db = temporaryArchiveDatabase();
  const originalUrl = 'https://example.org/1';
  storePages(db, 'x', [makePage('a.md', { title: 'Full', text: 'abcdef', originalUrl })]);
  const shorter = makePage('b.md', { title: 'Short', text: 'abc', originalUrl });
  storePages(db, 'y', [shorter]);
  markPagesRemoved(db, 'x', ['a.md']);
  expect(allRows(db)).toMatchObject([{ title: 'Full', isRemovedUpstream: false }]);
  expect(outdated(db, 'y')).toEqual(['b.md']);
  storePages(db, 'y', [shorter]);
  expect(allRows(db)).toMatchObject([{ title: 'Short', archiveId: 'y' }]);
  markPagesRemoved(db, 'y', ['b.md']);
  expect(allRows(db)).toMatchObject([{ isRemovedUpstream: true }]);
  expectSound(db);
});

test('a removed archive takes along only what is nowhere else', () => {
  const db = temporaryArchiveDatabase();
  const shared = { title: 'Shared', originalUrl: 'https://example.org/1' };
  beginState(db, 'x', 'h');
  storePages(db, 'x', [makePage('a.md', { ...shared, text: 'the longer text' }), makePage('only.md', { title: 'Only x' })]);
  storePages(db, 'y', [makePage('b.md', { ...shared, text: 'short' })]);
  indexEverything(db);
  removeArchiveContent(db, 'x');
  expect(allRows(db)).toMatchObject([{ title: 'Shared', archiveId: 'y', path: 'b.md' }]);
  expect(archiveStates(db)).toEqual([]);
  expectSound(db);
  indexEverything(db);
  expect(db.all('SELECT rowid FROM fts')).toHaveLength(1);
});

test('only a change of what is searched is queued for the index', () => {
  const db = temporaryArchiveDatabase();
  storePages(db, 'x', [makePage('a.md')]);
  indexEverything(db);
  storePages(db, 'x', [makePage('a.md', { html: '<p>Rendered anew</p>' })]);
  expect(queued(db)).toEqual([]);
  storePages(db, 'x', [makePage('a.md', { text: 'Said anew' })]);
  expect(queued(db)).toHaveLength(1);
});

test('a portion is stored wholly or not at all', () => {
  const db = temporaryArchiveDatabase();
  const pages = [
    makePage('a.md'),
    {
      ...makePage('b.md'),
      get oid(): string {
        throw new Error('lost');
      },
    },
  ];
  expect(() => storePages(db, 'x', pages)).toThrow('lost');
  expect(allRows(db)).toEqual([]);
  expect(readStoredPages(db, 'x').size).toBe(0);
});

test('a state is published last, with the objects that the next comparison needs', () => {
  const db = temporaryArchiveDatabase();
  const page = makePage('a.md');
  const tree = { oid: 't1', type: 'tree', content: Buffer.from('tree') } as const;
  beginState(db, 'x', 'h1');
  storePages(db, 'x', [page]);
  expect(archiveStates(db)).toMatchObject([{ archiveId: 'x', head: null, pendingHead: 'h1', lastSyncedAtMs: null }]);
  completeState(db, 'x', 'h1', [{ oid: 'h1', type: 'commit', content: Buffer.from('commit') }, tree], 5);
  recordFailure(db, 'x', { code: 'timed-out', message: 'slow' });
  expect(archiveStates(db)).toEqual([
    {
      archiveId: 'x',
      head: 'h1',
      pendingHead: null,
      pendingPages: null,
      lastSyncedAtMs: 5,
      lastFailure: { code: 'timed-out', message: 'slow' },
    },
  ]);
  completeState(db, 'x', 'h2', [{ oid: 'h2', type: 'commit', content: Buffer.from('next') }, tree], 9);
  const known = knownObjects(db, 'x');
  expect(known.head).toBe('h2');
  expect(known.read('h1')).toBeUndefined();
  expect(Buffer.from(known.read('t1')?.content ?? []).toString()).toBe('tree');
  expect(known.read(page.oid)).toMatchObject({ type: 'blob' });
  completeState(db, 'x', 'h2', null, 12);
  expect(knownObjects(db, 'x').read('t1')?.type).toBe('tree');
  expect(archiveStates(db)).toMatchObject([{ lastSyncedAtMs: 12, lastFailure: null }]);
});
