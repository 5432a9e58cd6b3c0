import { expect, test } from 'vitest';
import { articlePicturesSql } from '#main/store/pictures/article-pictures.ts';
import { claimSql } from '#main/store/pictures/claim-pictures.ts';
import { dropUnusedSql } from '#main/store/pictures/drop-unused.ts';
import { enqueueSql } from '#main/store/pictures/enqueue-pictures.ts';
import { findSql } from '#main/store/pictures/find-pictures.ts';
import { forgetSql, removeArchivePictures } from '#main/store/pictures/forget-pictures.ts';
import { reportSql } from '#main/store/pictures/picture-report.ts';
import { recordSql } from '#main/store/pictures/record-picture.ts';
import { temporaryArchiveDatabase } from '#test/helpers/library.ts';
import { temporaryPicturesDatabase } from '#test/helpers/picture-library.ts';
import { expectNoScan, queryPlan } from '#test/helpers/query-plan.ts';

const archive = { archiveId: 'a' };
const waiting = { origin: 'o', weakest: 0, inFlight: '[]', archiveId: 'a' };
const waitingIndex = 'picture_address_waiting (origin=?';
const wantIndex = 'picture_want USING PRIMARY KEY (archive_id=?';

test.each([
  ['origins that wait', claimSql.waitingOrigins, [], 'INDEX picture_address_waiting (origin>?)'],
  ['next of an origin', claimSql.nextOfOrigin, { ...waiting, nowMs: 0, limit: 1 }, `${waitingIndex} AND wish>?)`],
  ['when an origin is due', claimSql.soonestOfOrigin, waiting, `${waitingIndex} AND wish>?)`],
  ['how many wait', claimSql.queuedOnWeb, { weakest: 0, archiveId: 'a' }, 'INDEX picture_address_waiting (origin>?)'],
  [
    'files that wait',
    claimSql.queuedFiles,
    { ...archive, after: '', limit: 1 },
    'picture_address_1 (archive_id=? AND address>?)',
  ],
  ['pictures of an article', findSql.picturesOfAddresses, ['[]'], 'picture_address_1 (archive_id=? AND address=?)'],
  ['bytes', findSql.contentByHash, [Buffer.alloc(32)], 'sqlite_autoindex_picture_1 (sha256=?)'],
  ['bytes being stored', recordSql.pictureByHash, [Buffer.alloc(32)], 'sqlite_autoindex_picture_1 (sha256=?)'],
  ['what waits too long', recordSql.makeDue, [1], 'INDEX picture_address_waiting (origin>?)'],
  ['picture of an address', recordSql.pictureOfAddress, [1], 'picture_address USING INTEGER PRIMARY KEY'],
  ['bytes that are not used', dropUnusedSql, { id: 1 }, 'picture_address_picture (picture_id=?)'],
  ['whether an archive wants any', reportSql.anyWant, ['a'], wantIndex],
  ['what is asked for by name', enqueueSql.askAgain, [1], 'picture_address USING INTEGER PRIMARY KEY'],
  ['counts', reportSql.countsOfArchive, ['a'], wantIndex],
  ['what is missing', reportSql.missingOfArchive, { ...archive, limit: 1, offset: 0 }, wantIndex],
  ['what is tried again', reportSql.retryOfArchive, { ...archive, triedBeforeMs: 0, final: '[]' }, wantIndex],
  ['what is checked again', reportSql.checkOfArchive, { ...archive, checkedBeforeMs: 0 }, wantIndex],
  ['what an archive wants', forgetSql.releaseAll, archive, wantIndex],
  ['what a policy wants not', forgetSql.releaseUnstored, { ...archive, weakest: 1 }, wantIndex],
  ['wants that go', forgetSql.dropWants, archive, 'picture_want USING PRIMARY KEY (archive_id=? AND address_id=?)'],
  ['addresses that go', forgetSql.dropAddresses, [], 'picture_address USING INTEGER PRIMARY KEY'],
])('%s: by an index', (_, sql, parameters, index) => {
  const db = temporaryPicturesDatabase();
  removeArchivePictures(db, 'none');
  const plan = queryPlan(db, sql, parameters);
  expectNoScan(plan.filter((step) => !/SCAN (?:waiting|CONSTANT)/u.test(step)));
  expect(plan.join('\n')).toContain(index);
});

test.each([
  ['an archive', articlePicturesSql.picturesOfArchive, { ...archive, below: 1, limit: 1 }, '(archive_id=? AND article_id<?)'],
  ['pages', articlePicturesSql.picturesOfPages, { ...archive, paths: '[]' }, '(archive_id=? AND path=?)'],
  ['keys', articlePicturesSql.picturesOfKeys, { ...archive, keys: '[]' }, '(archive_id=? AND article_id=?)'],
])('pictures of the articles of %s: by an index', (_, sql, parameters, index) => {
  const plan = queryPlan(temporaryArchiveDatabase(), sql, parameters);
  expectNoScan(plan);
  expect(plan.join('\n')).toContain(index);
});
