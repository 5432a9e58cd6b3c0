import { expect, onTestFinished, test } from 'vitest';
import { unreadSql } from '#main/library/unread-days.ts';
import { countingSql, findingSql, listingSql } from '#main/store/archive/article-rows.ts';
import { bestPageSql } from '#main/store/archive/article-pages.ts';
import { bodySql } from '#main/store/archive/bodies.ts';
import { countSql } from '#main/store/archive/counts.ts';
import { earlierPageSql } from '#main/store/archive/earlier-pages.ts';
import { furnitureSql } from '#main/store/archive/furniture.ts';
import { keyChangeSql } from '#main/store/archive/key-changes.ts';
import { linkSql } from '#main/store/archive/links.ts';
import { originalPageSql } from '#main/store/archive/original-page.ts';
import { outdatedSql } from '#main/store/archive/outdated-pages.ts';
import { relatedSql } from '#main/store/archive/related.ts';
import { sectionSql } from '#main/store/archive/sections.ts';
import { sharedPagesSql } from '#main/store/archive/shared-pages.ts';
import { blobSql } from '#main/store/archive/state.ts';
import { storedPagesSql } from '#main/store/archive/stored-pages.ts';
import { pageSql } from '#main/store/archive/store-pages.ts';
import { openArchiveForReader } from '#main/store/open.ts';
import { historySql } from '#main/store/reader/history.ts';
import { temporaryArchiveDatabase, temporaryLibraryDir, temporaryReaderDatabase } from '#test/helpers/library.ts';
import { expectNoScan, queryPlan } from '#test/helpers/query-plan.ts';
import { tagSql } from '#main/store/reader/tags.ts';
import { bookmarkSql } from '#main/store/reader/bookmarks.ts';
import { readMarkSql } from '#main/store/reader/read-marks.ts';
import { originSql } from '#main/store/reader/archives.ts';

const range = { first: 0, end: 1 };
const part = { limit: 50, offset: 100 };
const scopes = {
  all: {},
  removed: {},
  archive: { archiveId: 'x' },
  section: { archiveId: 'x', path: 's' },
  source: { name: 's' },
  topic: { name: 't' },
  keys: { keys: '[]' },
} as const;

const indexes = {
  all: 'COVERING INDEX article_newest',
  removed: 'COVERING INDEX article_removed',
  archive: 'archive_article USING PRIMARY KEY (archive_id=? AND article_id>? AND article_id<?)',
  section: 'section_article USING PRIMARY KEY (section_id=? AND article_id>? AND article_id<?)',
  source: 'COVERING INDEX article_source (source=? AND rowid>? AND rowid<?)',
  topic: 'article_topic USING PRIMARY KEY (topic=? AND article_id>? AND article_id<?)',
  keys: 'sqlite_autoindex_article_1 (key=?',
} as const;

test.each(['all', 'removed', 'archive', 'section', 'source', 'topic', 'keys'] as const)(
  'the list of %s is read from its index',
  (kind) => {
    const db = temporaryArchiveDatabase();
    for (const [sql, parameters] of [
      [listingSql[kind], { ...scopes[kind], ...range, ...part }],
      [countingSql[kind], { ...scopes[kind], ...range }],
    ] as const) {
      const plan = queryPlan(db, sql, parameters);
      expectNoScan(plan);
      expect(plan.join('\n')).toContain(indexes[kind]);
    }
  },
);

test.each([
  ['article of a page', findingSql.rowByPage, ['x', 'a'], 'sqlite_autoindex_page_1 (archive_id=? AND path=?)'],
  ['articles of hits', findingSql.rowsByIds, ['[]'], 'article USING INTEGER PRIMARY KEY'],
  ['next of all', findingSql.nextOfAll, [1, 1], 'COVERING INDEX article_newest (id<?)'],
  [
    'next of an archive',
    findingSql.nextOfArchive,
    [1, 'x', 1],
    'archive_article USING PRIMARY KEY (archive_id=? AND article_id<?)',
  ],
  ['body', bodySql.bodyByRowId, [1], 'INTEGER PRIMARY KEY'],
  ['text', bodySql.textByRowId, [1], 'INTEGER PRIMARY KEY'],
  ['original page', originalPageSql, ['x', 'a'], 'sqlite_autoindex_page_1 (archive_id=? AND path=?)'],
  ['version to keep', earlierPageSql.keepVersion, { pageId: 1, oid: 'o', atMs: 1 }, 'page USING INTEGER PRIMARY KEY'],
  ['versions beyond the newest', earlierPageSql.dropOldest, { pageId: 1 }, 'INDEX earlier_page_page (page_id=?)'],
  ['newest version', earlierPageSql.dropNewest, [1], 'COVERING INDEX earlier_page_page (page_id=?)'],
  ['versions of a page', earlierPageSql.versionsOfPage, ['x', 'a'], 'INDEX earlier_page_page (page_id=?)'],
  ['content of a version', earlierPageSql.contentOfVersion, ['x', 'a', 1], 'earlier_page USING INTEGER PRIMARY KEY'],
  ['kept pages of an archive', sharedPagesSql.keptPages, ['x'], 'page_parsed (archive_id=?)'],
  ['kept page', sharedPagesSql.contentOfPage, ['x', 'a'], 'sqlite_autoindex_page_1 (archive_id=? AND path=?)'],
  ['page an article is shown from', pageSql.readShownPage, [1], 'article USING INTEGER PRIMARY KEY'],
  ['furniture of an archive', furnitureSql.furnitureOfArchive, ['x'], 'furniture USING PRIMARY KEY (archive_id=?)'],
  ['blocks of a page', furnitureSql.clearBlocks, [1], 'INDEX page_block_page (page_id=?)'],
  [
    'pages that hold a block',
    furnitureSql.askForReparse,
    { archiveId: 'x', fingerprint: 1 },
    'page_block USING PRIMARY KEY (fingerprint=?)',
  ],
  [
    'next outdated pages',
    outdatedSql.nextOutdated,
    { archiveId: 'x', parserVersion: 2, afterVersion: 0, afterId: 1, limit: 9 },
    'INDEX page_parsed (archive_id=? AND parser_version>? AND parser_version<?)',
  ],
  [
    'whether a page is outdated',
    outdatedSql.anyOutdated,
    { archiveId: 'x', parserVersion: 2 },
    'INDEX page_parsed (archive_id=? AND parser_version<?)',
  ],
  ['links of some articles', relatedSql.linksOfArticles, ['[]'], 'article_body USING INTEGER PRIMARY KEY'],
  ['pages of an article', relatedSql.pagesOfArticle, [1], 'INDEX page_article (article_id=?)'],
  ['topics of an article', relatedSql.topicsOfArticle, [1, 8], 'COVERING INDEX article_topic_article (article_id=?)'],
  ['older of a topic', relatedSql.olderOfTopic, ['t', 1, 9], 'article_topic USING PRIMARY KEY (topic=? AND article_id<?)'],
  ['newer of a topic', relatedSql.newerOfTopic, ['t', 1, 9], 'article_topic USING PRIMARY KEY (topic=? AND article_id>?)'],
  ['sections of an article', relatedSql.sectionsOfArticle, [1, 4], 'INDEX section_article_article (article_id=?)'],
  [
    'older of a section',
    relatedSql.olderOfSection,
    [1, 1, 9],
    'section_article USING PRIMARY KEY (section_id=? AND article_id<?)',
  ],
  [
    'newer of a section',
    relatedSql.newerOfSection,
    [1, 1, 9],
    'section_article USING PRIMARY KEY (section_id=? AND article_id>?)',
  ],
  [
    'older of an archive',
    relatedSql.olderOfArchive,
    ['x', 1, 9],
    'archive_article USING PRIMARY KEY (archive_id=? AND article_id<?)',
  ],
  [
    'newer of an archive',
    relatedSql.newerOfArchive,
    ['x', 1, 9],
    'archive_article USING PRIMARY KEY (archive_id=? AND article_id>?)',
  ],
  ['changed keys', keyChangeSql.changesAfter, [1], 'INTEGER PRIMARY KEY (rowid>?)'],
  ['link to an address', linkSql.referenceByKey, ['k'], 'sqlite_autoindex_article_1 (key=?)'],
  ['link to a page', linkSql.referenceByPage, ['x', 'a'], 'sqlite_autoindex_page_1 (archive_id=? AND path=?)'],
  ['sections of an article', sectionSql.namesOfArticle, [1], 'section_article_article (article_id=?)'],
  ['sections of an archive', sectionSql.sectionsOfArchive, ['x'], 'section_article USING PRIMARY KEY (section_id=?)'],
  ['articles of a section', sectionSql.resolveEntries, ['x', 1], 'sqlite_autoindex_page_1 (archive_id=? AND path=?)'],
  ['index pages', sectionSql.indexPages, ['x'], 'page_index USING INTEGER PRIMARY KEY'],
  ['stored pages', storedPagesSql.upstreamPages, ['x'], 'page_parsed (archive_id=?)'],
  ['failed pages', storedPagesSql.failedPages, ['x'], 'page_failed (archive_id=?)'],
  ['page being stored', pageSql.readPage, ['x', 'a'], 'sqlite_autoindex_page_1 (archive_id=? AND path=?)'],
  ['article being stored', pageSql.findArticle, ['k'], 'sqlite_autoindex_article_1 (key=?)'],
  ['best page', bestPageSql, [1], 'page_article (article_id=?)'],
  ['blob', blobSql, ['oid'], 'page_oid (oid=?)'],
])('%s is found by its index', (_, sql, parameters, index) => {
  const plan = queryPlan(temporaryArchiveDatabase(), sql, parameters);
  expectNoScan(plan);
  expect(plan.join('\n')).toContain(index);
});

test.each([
  ['tags of keys', tagSql.tagsOfKeys, ['[]'], 'tagged_article USING COVERING INDEX tagged_article_by_key (article_key=?)'],
  ['articles of a tag', tagSql.newestTagged, [1], 'tagged_article USING INDEX tagged_article_newest (tag_id=?)'],
  ['bookmarked keys', bookmarkSql.bookmarkedKeys, ['[]'], 'bookmark USING PRIMARY KEY (article_key=?)'],
  ['read keys', readMarkSql.readKeys, ['[]'], 'read_mark USING PRIMARY KEY (article_key=?)'],
  ['archive of an origin', originSql, ['url'], 'archive_origin_url (url=?)'],
])('%s are found by their index', (_, sql, parameters, index) => {
  const plan = queryPlan(temporaryReaderDatabase(), sql, parameters);
  expectNoScan(plan);
  expect(plan.join('\n')).toContain(index);
});

test('newest bookmarks come in the order of their index', () => {
  const plan = queryPlan(temporaryReaderDatabase(), bookmarkSql.newestBookmarks, [10, 0]);
  expect(plan.join('\n')).toContain('bookmark_newest');
});

test('what is unread is looked up day by day, and counted from the marks', () => {
  const libraryDir = temporaryLibraryDir();
  const reader = temporaryReaderDatabase(libraryDir);
  const db = openArchiveForReader(libraryDir, reader);
  onTestFinished(() => db.close());
  const days = { days: '[]', asOfMs: 1 };
  for (const [sql, parameters, expected] of [
    [listingSql.unread, { ...days, ...range, ...part }, 'read_mark USING PRIMARY KEY (article_key=?)'],
    [unreadSql.readOfDay, { day: 1 }, 'article USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)'],
    [unreadSql.readSince, [1], 'COVERING INDEX read_mark_newest (read_at_ms>?)'],
  ] as const) {
    const plan = queryPlan(db, sql, parameters);
    expectNoScan(plan);
    expect(plan.join('\n')).toContain(expected);
  }
  expect(queryPlan(db, unreadSql.readPerDay, []).join('\n')).toContain('article USING COVERING INDEX sqlite_autoindex_article_1');
});

test.each([
  ['sources', countSql.source, 'COVERING INDEX source_count_most'],
  ['topics', countSql.topic, 'COVERING INDEX topic_count_most'],
])('the %s that most articles have are read from the end of an index, without sorting', (_name, sql, expected) => {
  const plan = queryPlan(temporaryArchiveDatabase(), sql, [200]).join('\n');
  expect(plan).toContain(expected);
  expect(plan).not.toContain('TEMP B-TREE');
});

test('the history is read in the order of its index', () => {
  const plan = queryPlan(temporaryReaderDatabase(), historySql.lastOpened, []).join('\n');
  expect(plan).toContain('COVERING INDEX opened_article_newest');
  expect(plan).not.toContain('TEMP B-TREE');
});
