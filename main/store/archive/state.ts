import type { Failure } from '#preload/contract/failure.ts';
import { compress, decompress } from '../compress.ts';
import type { ReadableDb, WritableDb } from '../database.ts';

export interface ArchiveState {
  readonly archiveId: string;
  /** The last state stored completely. */
  readonly head: string | null;
  /** The state that an unfinished sync was storing. */
  readonly pendingHead: string | null;
  /** How many pages that state has upstream; null where there is none, or an older version of the application began it. */
  readonly pendingPages: number | null;
  readonly lastSyncedAtMs: number | null;
  readonly lastFailure: Failure | null;
}

export interface KnownObject {
  readonly type: 'commit' | 'tree' | 'blob';
  readonly content: Uint8Array;
}

const begin = `
  INSERT INTO archive_state (archive_id, pending_head, pending_pages) VALUES (?, ?, ?)
  ON CONFLICT (archive_id) DO UPDATE SET pending_head = excluded.pending_head, pending_pages = excluded.pending_pages`;

interface StateToStore {
  /** Pages that the state has upstream. */
  readonly pages: number;
  /** Its commit and trees, so that a sync that is interrupted need not fetch them again. */
  readonly objects: readonly ObjectToKeep[];
}

export function beginState(db: WritableDb, archiveId: string, headId: string, state: StateToStore | null = null): void {
  const { pages, objects } = state ?? { pages: null, objects: [] };
  db.transaction(() => {
    db.run(begin, [archiveId, headId, pages]);
    addObjects(db, archiveId, objects);
  });
}

const dropObjects = `
  DELETE FROM git_object WHERE archive_id = ? AND oid NOT IN (SELECT value FROM json_each(?))`;
const keepObject = 'INSERT OR IGNORE INTO git_object (archive_id, oid, type, content) VALUES (?, ?, ?, ?)';
const complete = `
  INSERT INTO archive_state (archive_id, head, last_synced_at_ms) VALUES ($archiveId, $headId, $atMs)
  ON CONFLICT (archive_id) DO UPDATE SET
    head = excluded.head, pending_head = NULL, pending_pages = NULL, last_synced_at_ms = excluded.last_synced_at_ms, last_failure = NULL`;

interface ObjectToKeep {
  readonly oid: string;
  readonly type: 'commit' | 'tree';
  readonly content: Uint8Array;
}

/**
 * `objects` are the commit and the trees of `headId`, all of them, or null where the head is the one already complete; the
 * head is published in the same transaction.
 */
export function completeState(
  db: WritableDb,
  archiveId: string,
  headId: string,
  objects: readonly ObjectToKeep[] | null,
  atMs: number,
): void {
  db.transaction(() => {
    if (objects) keepObjects(db, archiveId, objects);
    db.run(complete, { archiveId, headId, atMs });
  });
}

function keepObjects(db: WritableDb, archiveId: string, objects: readonly ObjectToKeep[]): void {
  db.run(dropObjects, [archiveId, JSON.stringify(objects.map(({ oid }) => oid))]);
  addObjects(db, archiveId, objects);
}

function addObjects(db: WritableDb, archiveId: string, objects: readonly ObjectToKeep[]): void {
  for (const { oid, type, content } of objects) db.run(keepObject, [archiveId, oid, type, compress(content)]);
}

const fail = `
  INSERT INTO archive_state (archive_id, last_failure) VALUES (?, ?)
  ON CONFLICT (archive_id) DO UPDATE SET last_failure = excluded.last_failure`;

export function recordFailure(db: WritableDb, archiveId: string, failure: Failure): void {
  db.run(fail, [archiveId, JSON.stringify(failure)]);
}

const states = `
  SELECT archive_id AS archiveId, head, pending_head AS pendingHead, pending_pages AS pendingPages,
    last_synced_at_ms AS lastSyncedAtMs, last_failure AS lastFailure
  FROM archive_state ORDER BY archive_id`;

export function archiveStates(db: ReadableDb): ArchiveState[] {
  type Row = Omit<ArchiveState, 'lastFailure'> & { readonly lastFailure: string | null };
  return db
    .all<Row>(states)
    .map((row) => ({ ...row, lastFailure: row.lastFailure === null ? null : (JSON.parse(row.lastFailure) as Failure) }));
}

const readHead = 'SELECT head FROM archive_state WHERE archive_id = ?';
const readObject = 'SELECT type, content FROM git_object WHERE archive_id = ? AND oid = ?';
const readBlob = `
  SELECT content FROM page CROSS JOIN page_content ON page_content.page_id = page.id WHERE page.oid = ? LIMIT 1`;

/**
 * What the library holds of the last complete state. A page that an unfinished sync has replaced since is not there any
 * more: `read` then answers undefined.
 */
export function knownObjects(
  db: ReadableDb,
  archiveId: string,
): { readonly head: string | null; read(oid: string): KnownObject | undefined } {
  const head = db.first<{ head: string | null }>(readHead, [archiveId])?.head ?? null;
  return {
    head,
    read: (oid) => {
      const object = db.first<KnownObject>(readObject, [archiveId, oid]);
      if (object) return { type: object.type, content: decompress(object.content) };
      const blob = db.first<{ content: Uint8Array }>(readBlob, [oid]);
      return blob && { type: 'blob', content: decompress(blob.content) };
    },
  };
}

export const blobSql = readBlob;
