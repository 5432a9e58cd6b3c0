import type { ReadableDb, WritableDb } from '../database.ts';
import { StoreFailure } from '../store-failure.ts';

/** An archive that the reader added; `origins` from the preferred one on. */
export interface ReaderArchive {
  readonly id: string;
  readonly name: string;
  readonly addedAtMs: number;
  readonly origins: readonly string[];
}

const insertArchive = 'INSERT INTO archive (id, name, added_at_ms) VALUES (?, ?, ?)';
const insertOrigin = 'INSERT INTO archive_origin (archive_id, position, url) VALUES (?, ?, ?)';
const dropOrigins = 'DELETE FROM archive_origin WHERE archive_id = ?';
const dropArchive = 'DELETE FROM archive WHERE id = ?';
const originsOf = `SELECT json_group_array(url ORDER BY position) FROM archive_origin WHERE archive_id = archive.id`;
const archiveColumns = `id, name, added_at_ms AS addedAtMs, (${originsOf}) AS origins`;
const everyArchive = `SELECT ${archiveColumns} FROM archive ORDER BY added_at_ms, id`;
const archiveById = `SELECT ${archiveColumns} FROM archive WHERE id = ?`;
const archiveByOrigin = `SELECT ${archiveColumns} FROM archive WHERE id = (SELECT archive_id FROM archive_origin WHERE url = ?)`;

type StoredArchive = Omit<ReaderArchive, 'origins'> & { readonly origins: string };

function asArchive(row: StoredArchive): ReaderArchive {
  return { ...row, origins: JSON.parse(row.origins) as string[] };
}

/** Throws `archive-exists` where the id or one of the origins is taken. */
export function addArchive(db: WritableDb, archive: ReaderArchive): void {
  db.transaction(() => {
    const { id, name, addedAtMs, origins } = archive;
    const taken = [id, ...origins].map((idOrOrigin) => findArchive(db, idOrOrigin)).find((found) => found !== undefined);
    if (taken) throw new StoreFailure('archive-exists', `The archive is in the library already: ${taken.name}`);
    db.run(insertArchive, [id, name, addedAtMs]);
    storeOrigins(db, id, origins);
  });
}

function storeOrigins(db: WritableDb, id: string, origins: readonly string[]): void {
  origins.forEach((url, position) => db.run(insertOrigin, [id, position, url]));
}

/** In the order in which they were added. */
export function listArchives(db: ReadableDb): ReaderArchive[] {
  return db.all<StoredArchive>(everyArchive).map(asArchive);
}

export function findArchive(db: ReadableDb, idOrOrigin: string): ReaderArchive | undefined {
  const row = db.first<StoredArchive>(archiveById, [idOrOrigin]) ?? db.first<StoredArchive>(archiveByOrigin, [idOrOrigin]);
  return row && asArchive(row);
}

/** Throws `not-found`. */
export function setOrigins(db: WritableDb, id: string, origins: readonly string[]): void {
  db.transaction(() => {
    if (!db.first(archiveById, [id])) throw new StoreFailure('not-found', `There is no archive ${id}`);
    db.run(dropOrigins, [id]);
    storeOrigins(db, id, origins);
  });
}

/** Bookmarks and read marks stay: they name articles, not archives. True where there was such an archive. */
export function removeArchive(db: WritableDb, id: string): boolean {
  return db.run(dropArchive, [id]) > 0;
}

export const originSql = archiveByOrigin;
