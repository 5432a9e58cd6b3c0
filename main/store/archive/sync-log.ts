import type { SyncLogEntry, SyncReport } from '#preload/contract/library-types.ts';
import type { ReadableDb, WritableDb } from '../database.ts';

/** Of one archive; the oldest go first. */
const keptEntries = 200;
/** A sync of a broken archive can fail on every page; the library keeps those itself. */
const keptFailedPages = 20;

const insertEntry = 'INSERT INTO sync_log (archive_id, started_at_ms, report) VALUES (?, ?, ?)';
const dropOldest = `
  DELETE FROM sync_log WHERE archive_id = $archiveId AND id <= (
    SELECT id FROM sync_log WHERE archive_id = $archiveId ORDER BY id DESC LIMIT 1 OFFSET $kept)`;
const newestEntries = `
  SELECT started_at_ms AS startedAtMs, report FROM sync_log WHERE archive_id = ? ORDER BY id DESC LIMIT ?`;

export function logSync(db: WritableDb, report: SyncReport, startedAtMs: number): void {
  db.transaction(() => {
    const kept = { ...report, failed: report.failed.slice(0, keptFailedPages) };
    db.run(insertEntry, [report.archive, startedAtMs, JSON.stringify(kept)]);
    db.run(dropOldest, { archiveId: report.archive, kept: keptEntries });
  });
}

/** The newest first. */
export function readSyncLog(db: ReadableDb, archiveId: string): SyncLogEntry[] {
  return db
    .all<{ startedAtMs: number; report: string }>(newestEntries, [archiveId, keptEntries])
    .map(({ startedAtMs, report }) => ({
      startedAt: new Date(startedAtMs).toISOString(),
      report: JSON.parse(report) as SyncReport,
    }));
}

const lastAnswer = `
  SELECT report ->> '$.answeredAt' AS answeredAt FROM sync_log WHERE archive_id = ? ORDER BY id DESC LIMIT 1`;

/** Place in the list of the origin that answered the last sync; undefined where none did, or there was but one. */
export function lastAnsweredAt(db: ReadableDb, archiveId: string): number | undefined {
  return db.first<{ answeredAt: number | null }>(lastAnswer, [archiveId])?.answeredAt ?? undefined;
}

export const syncLogSql = { newestEntries, dropOldest, lastAnswer } as const;
