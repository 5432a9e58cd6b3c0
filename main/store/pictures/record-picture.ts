import { createHash } from 'node:crypto';
import type { WritableDb } from '../database.ts';
import { dropUnusedPicture } from './drop-unused.ts';
import { isRefusal, type PictureFacts, type PictureReason } from './picture-reason.ts';

export interface FetchedPicture extends PictureFacts {
  readonly addressId: number;
  readonly bytes: Uint8Array;
  /** What the server says of it, to ask later whether it has changed. */
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly atMs: number;
}

const pictureByHash = 'SELECT id FROM picture WHERE sha256 = ?';
const insertPicture = `
  INSERT INTO picture (sha256, type, width, height, byte_length, content) VALUES (?, ?, ?, ?, ?, ?) RETURNING id`;
const pictureOfAddress = 'SELECT picture_id AS id FROM picture_address WHERE id = ?';
const markStored = `
  UPDATE picture_address SET state = 'stored', picture_id = $pictureId, reason = NULL, attempts = 0, next_attempt_at_ms = 0,
    etag = $etag, last_modified = $lastModified, last_checked_at_ms = $atMs
  WHERE id = $addressId`;

/** Bytes and outcome in one transaction. Returns whether these bytes were new to the library. */
export function recordStored(db: WritableDb, picture: FetchedPicture): boolean {
  const { addressId, type, width, height, bytes, etag, lastModified, atMs } = picture;
  const sha256 = createHash('sha256').update(bytes).digest();
  return db.transaction(() => {
    const before = db.first<{ id: number | null }>(pictureOfAddress, [addressId]);
    // Its archive was removed while it was on its way.
    if (!before) return false;
    const known = db.first<{ id: number }>(pictureByHash, [sha256]);
    const row = known ?? db.first<{ id: number }>(insertPicture, [sha256, type, width, height, bytes.length, bytes]);
    if (!row) throw new Error('a picture was not stored');
    db.run(markStored, { addressId, pictureId: row.id, etag, lastModified, atMs });
    if (before.id !== null && before.id !== row.id) dropUnusedPicture(db, before.id);
    return known === undefined;
  });
}

const markUnchanged = `
  UPDATE picture_address SET state = 'stored', reason = NULL, attempts = 0, next_attempt_at_ms = 0, last_checked_at_ms = ?
  WHERE id = ? AND picture_id IS NOT NULL`;

/** The stored picture is still what the server has. */
export function recordUnchanged(
  db: WritableDb,
  { addressId, atMs }: { readonly addressId: number; readonly atMs: number },
): void {
  db.run(markUnchanged, [atMs, addressId]);
}

export interface LaterAttempt {
  readonly addressId: number;
  readonly reason: PictureReason;
  readonly nextAttemptAtMs: number;
  /** False where nothing at all could be reached: being offline uses up no attempts. */
  readonly isCounted: boolean;
}

const markLater = `
  UPDATE picture_address SET reason = ?, next_attempt_at_ms = ?, attempts = attempts + ? WHERE id = ? AND state = 'queued'`;

export function recordLater(db: WritableDb, { addressId, reason, nextAttemptAtMs, isCounted }: LaterAttempt): void {
  db.run(markLater, [reason, nextAttemptAtMs, isCounted ? 1 : 0, addressId]);
}

const makeDue = `
  UPDATE picture_address INDEXED BY picture_address_waiting SET next_attempt_at_ms = 0
  WHERE state = 'queued' AND origin > '' AND next_attempt_at_ms > ?`;

/** No attempt is put off for longer than this unless the clock was wrong when it was: a picture must not wait for years. */
export function forgetFarAttempts(db: WritableDb, latestMs: number): void {
  db.run(makeDue, [latestMs]);
}

export interface MissingPicture {
  readonly addressId: number;
  readonly reason: PictureReason;
  readonly atMs: number;
}

/** What was stored before stays stored, as an article does that its archive has removed. */
const markMissing = `
  UPDATE picture_address SET
    state = CASE WHEN picture_id IS NULL THEN $state ELSE 'stored' END,
    reason = CASE WHEN picture_id IS NULL THEN $reason END,
    attempts = attempts + 1, next_attempt_at_ms = 0, last_checked_at_ms = $atMs
  WHERE id = $addressId`;

/** It is given up, until it is asked for again. */
export function recordMissing(db: WritableDb, { addressId, reason, atMs }: MissingPicture): void {
  db.run(markMissing, { addressId, reason, state: isRefusal(reason) ? 'refused' : 'failed', atMs });
}

export const recordSql = { pictureByHash, pictureOfAddress, makeDue } as const;
