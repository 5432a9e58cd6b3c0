import type { ReadableDb } from '../database.ts';
import { type PictureWish, wishRanks } from './enqueue-pictures.ts';

/** An address in the queue whose time has come. */
export interface ClaimedPicture {
  readonly id: number;
  readonly url: string;
  readonly origin: string;
  readonly attempts: number;
  readonly wish: number;
  readonly newest: number;
  /** Whether the picture is stored and only to be checked; then these are what the server said of it. */
  readonly isStored: boolean;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

type StoredClaim = Omit<ClaimedPicture, 'isStored'> & { readonly isStored: number };

/** Which part of the queue is meant. */
export interface QueuePart {
  /** Weaker wishes stay in the queue. */
  readonly weakest: PictureWish;
  /** Only what this archive wants; absent: what any does. */
  readonly archiveId?: string;
}

interface WaitingInput extends QueuePart {
  readonly origin: string;
  /** Ids being fetched: nothing in the file says so. */
  readonly inFlight: readonly number[];
}

export interface ClaimInput extends WaitingInput {
  readonly limit: number;
  readonly nowMs: number;
}

const isWanted = `($archiveId IS NULL OR EXISTS (
    SELECT 1 FROM picture_want
    WHERE picture_want.archive_id = $archiveId AND address_id = picture_address.id AND picture_want.wish >= $weakest))`;

/** One step in the index for each origin, however long the queue is. */
const waitingOrigins = `
  WITH RECURSIVE waiting (origin) AS (
    SELECT min(origin) FROM picture_address INDEXED BY picture_address_waiting WHERE state = 'queued' AND origin > ''
    UNION ALL
    SELECT (SELECT min(origin) FROM picture_address INDEXED BY picture_address_waiting
      WHERE state = 'queued' AND origin > waiting.origin)
    FROM waiting WHERE waiting.origin IS NOT NULL
  )
  SELECT origin FROM waiting WHERE origin IS NOT NULL`;
const nextOfOrigin = `
  SELECT id, address AS url, origin, attempts, wish, newest, picture_id IS NOT NULL AS isStored, etag,
    last_modified AS lastModified
  FROM picture_address INDEXED BY picture_address_waiting
  WHERE state = 'queued' AND origin = $origin AND wish >= $weakest AND next_attempt_at_ms <= $nowMs
    AND id NOT IN (SELECT value FROM json_each($inFlight)) AND ${isWanted}
  ORDER BY wish DESC, newest DESC, id LIMIT $limit`;
const soonestOfOrigin = `
  SELECT min(next_attempt_at_ms) AS atMs FROM picture_address INDEXED BY picture_address_waiting
  WHERE state = 'queued' AND origin = $origin AND wish >= $weakest AND id NOT IN (SELECT value FROM json_each($inFlight))
    AND ${isWanted}`;
const queuedOnWeb = `
  SELECT count(*) AS total FROM picture_address INDEXED BY picture_address_waiting
  WHERE state = 'queued' AND origin > '' AND wish >= $weakest AND ${isWanted}`;

/** Origins of the web that have pictures in the queue. */
export function listWaitingOrigins(db: ReadableDb): string[] {
  return db.all<{ origin: string }>(waitingOrigins).map(({ origin }) => origin);
}

/** What is to be fetched next from one origin: what the reader asked for first, then the pictures of the newest articles. */
export function claimPictures(db: ReadableDb, { limit, nowMs, ...waiting }: ClaimInput): ClaimedPicture[] {
  const parameters = { ...asParameters(waiting), limit, nowMs };
  return db.all<StoredClaim>(nextOfOrigin, parameters).map((row) => ({ ...row, isStored: row.isStored === 1 }));
}

function partParameters({ weakest, archiveId }: QueuePart): Record<string, string | number | null> {
  return { weakest: wishRanks[weakest], archiveId: archiveId ?? null };
}

function asParameters({ origin, inFlight, ...part }: WaitingInput): Record<string, string | number | null> {
  return { ...partParameters(part), origin, inFlight: JSON.stringify(inFlight) };
}

/** When the next picture of the origin is due; null where none is in the queue. */
export function nextAttemptAtMs(db: ReadableDb, waiting: WaitingInput): number | null {
  return db.first<{ atMs: number | null }>(soonestOfOrigin, asParameters(waiting))?.atMs ?? null;
}

export function countQueuedOnWeb(db: ReadableDb, part: QueuePart): number {
  return db.first<{ total: number }>(queuedOnWeb, partParameters(part))?.total ?? 0;
}

export interface QueuedFile {
  readonly id: number;
  readonly path: string;
}

const queuedFiles = `
  SELECT id, address AS path FROM picture_address INDEXED BY sqlite_autoindex_picture_address_1
  WHERE archive_id = $archiveId AND address > $after AND state = 'queued' ORDER BY address LIMIT $limit`;

/** Pictures that are files of the archive, in the order of their paths; `after` is the last path of the portion before. */
export function listQueuedFiles(
  db: ReadableDb,
  input: { readonly archiveId: string; readonly after: string; readonly limit: number },
): QueuedFile[] {
  return db.all<QueuedFile>(queuedFiles, { ...input });
}

export const claimSql = { waitingOrigins, nextOfOrigin, soonestOfOrigin, queuedOnWeb, queuedFiles } as const;
