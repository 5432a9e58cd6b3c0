import { expect, it } from 'vitest';
import { lastAnsweredAt, logSync, readSyncLog, syncLogSql } from '#main/store/archive/sync-log.ts';
import { openArchiveDatabase } from '#main/store/open.ts';
import type { SyncReport } from '#preload/contract/library-types.ts';
import { temporaryLibraryDir } from '#test/helpers/library.ts';
import { expectNoScan, queryPlan } from '#test/helpers/query-plan.ts';

const report = (archive: string, added: number): SyncReport => ({
  archive,
  head: null,
  added,
  changed: 0,
  removed: 0,
  failed: Array.from({ length: 50 }, (_, at) => ({ path: `${at}.md`, code: 'page-not-text', message: 'no text' })),
  bytesDown: 1,
  bytesUp: 1,
  seconds: 1,
  pictures: { stored: 0, missing: 0 },
  failure: null,
});

it('keeps the newest two hundred of each archive, the newest first', () => {
  const db = openArchiveDatabase(temporaryLibraryDir(), 'write');
  logSync(db, report('other', 7), 5_000);
  for (let turn = 1; turn <= 203; turn += 1) logSync(db, report('news', turn), turn * 1_000);
  const log = readSyncLog(db, 'news');
  expect(log.map((entry) => entry.report.added)).toEqual(Array.from({ length: 200 }, (_, at) => 203 - at));
  expect(log[0]).toMatchObject({ startedAt: '1970-01-01T00:03:23.000Z', report: { archive: 'news' } });
  expect(log[0]?.report.failed).toHaveLength(20);
  expect(readSyncLog(db, 'other')).toHaveLength(1);
  expectNoScan(queryPlan(db, syncLogSql.newestEntries, ['news', 200]));
  expectNoScan(queryPlan(db, syncLogSql.dropOldest, { archiveId: 'news', kept: 200 }));
  db.close();
});

it('remembers which of several origins answered the last time', () => {
  const db = openArchiveDatabase(temporaryLibraryDir(), 'write');
  expect(lastAnsweredAt(db, 'news')).toBe(undefined);
  logSync(db, { ...report('news', 1), answeredAt: 2 }, 1_000);
  logSync(db, report('other', 1), 2_000);
  expect([lastAnsweredAt(db, 'news'), lastAnsweredAt(db, 'other')]).toEqual([2, undefined]);
  logSync(db, report('news', 1), 3_000);
  expect(lastAnsweredAt(db, 'news')).toBe(undefined);
  expectNoScan(queryPlan(db, syncLogSql.lastAnswer, ['news']));
  db.close();
});
