import type { ReadableDb, WritableDb } from '../database.ts';
import { finalRefusals, type PictureReason } from './picture-reason.ts';

export interface PictureCount {
  /** Pictures that articles of the archive show, as far as its policy wants them. */
  readonly wanted: number;
  readonly stored: number;
  readonly storedBytes: number;
  /** In the queue. */
  readonly waiting: number;
  /** Given up, most first; `reason` says why. */
  readonly missing: readonly { readonly reason: PictureReason; readonly count: number }[];
}

interface CountRow {
  readonly kind: 'stored' | 'waiting' | 'missing';
  readonly reason: PictureReason | null;
  readonly count: number;
  readonly bytes: number;
}

const countsOfArchive = `
  SELECT CASE WHEN picture_id IS NOT NULL THEN 'stored' WHEN state = 'queued' THEN 'waiting' ELSE 'missing' END AS kind,
    CASE WHEN picture_id IS NULL AND state <> 'queued' THEN reason END AS reason,
    count(*) AS count, coalesce(sum(byte_length), 0) AS bytes
  FROM picture_want CROSS JOIN picture_address ON picture_address.id = address_id
  LEFT JOIN picture ON picture.id = picture_id
  WHERE picture_want.archive_id = ? GROUP BY 1, 2 ORDER BY count DESC, reason`;

/** For the completeness report of one archive. Bytes that two addresses share count for both. */
export function countPictures(db: ReadableDb, archiveId: string): PictureCount {
  const rows = db.all<CountRow>(countsOfArchive, [archiveId]);
  const total = (kind: CountRow['kind']): number => rows.find((row) => row.kind === kind)?.count ?? 0;
  return {
    wanted: rows.reduce((sum, row) => sum + row.count, 0),
    stored: total('stored'),
    storedBytes: rows.find((row) => row.kind === 'stored')?.bytes ?? 0,
    waiting: total('waiting'),
    missing: rows.flatMap(({ kind, reason, count }) => (kind === 'missing' && reason !== null ? [{ reason, count }] : [])),
  };
}

const anyWant = 'SELECT 1 FROM picture_want WHERE archive_id = ? LIMIT 1';

export function hasPictureWants(db: ReadableDb, archiveId: string): boolean {
  return db.first(anyWant, [archiveId]) !== undefined;
}

export interface MissingPictureRow {
  readonly url: string;
  readonly state: 'queued' | 'failed' | 'refused';
  /** Null for what was not tried yet. */
  readonly reason: PictureReason | null;
  readonly attempts: number;
  readonly lastCheckedAtMs: number | null;
}

const missingOfArchive = `
  SELECT address AS url, state, reason, attempts, last_checked_at_ms AS lastCheckedAtMs
  FROM picture_want CROSS JOIN picture_address ON picture_address.id = address_id
  WHERE picture_want.archive_id = $archiveId AND picture_id IS NULL ORDER BY address_id LIMIT $limit OFFSET $offset`;

export function listMissingPictures(
  db: ReadableDb,
  input: { readonly archiveId: string; readonly limit: number; readonly offset: number },
): MissingPictureRow[] {
  return db.all<MissingPictureRow>(missingOfArchive, { ...input });
}

const retryOfArchive = `
  UPDATE picture_address SET state = 'queued', attempts = 0, next_attempt_at_ms = 0
  WHERE id IN (SELECT address_id FROM picture_want WHERE archive_id = $archiveId)
    AND (state = 'failed' OR (state = 'queued' AND next_attempt_at_ms > 0)
      OR (state = 'refused' AND reason NOT IN (SELECT value FROM json_each($final))))
    AND coalesce(last_checked_at_ms, 0) <= $triedBeforeMs`;

/** Puts what is missing back into the queue, but for what was refused for good. Returns how many. */
export function retryMissing(
  db: WritableDb,
  { archiveId, triedBeforeMs }: { readonly archiveId: string; readonly triedBeforeMs: number },
): number {
  return db.run(retryOfArchive, { archiveId, triedBeforeMs, final: JSON.stringify(finalRefusals) });
}

const checkOfArchive = `
  UPDATE picture_address SET state = 'queued', attempts = 0, next_attempt_at_ms = 0
  WHERE id IN (SELECT address_id FROM picture_want WHERE archive_id = $archiveId)
    AND state = 'stored' AND last_checked_at_ms <= $checkedBeforeMs`;

/** Puts stored pictures into the queue to ask whether they changed; they stay readable meanwhile. Returns how many. */
export function recheckStored(db: WritableDb, input: { readonly archiveId: string; readonly checkedBeforeMs: number }): number {
  return db.run(checkOfArchive, { ...input });
}

export const reportSql = { countsOfArchive, anyWant, missingOfArchive, retryOfArchive, checkOfArchive } as const;
