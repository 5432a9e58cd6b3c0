import type { ReadableDb, WritableDb } from '../database.ts';

const insertMarks = `
  INSERT INTO read_mark (article_key, read_at_ms) SELECT value, $atMs FROM json_each($keys) WHERE TRUE
  ON CONFLICT (article_key) DO NOTHING`;
const dropMarks = 'DELETE FROM read_mark WHERE article_key IN (SELECT value FROM json_each(?))';
const dropMarksOf = 'DELETE FROM read_mark WHERE read_at_ms = ?';
const readKeys = `
  SELECT article_key AS key FROM json_each(?) AS wanted CROSS JOIN read_mark ON read_mark.article_key = wanted.value`;

/** A mark that is there keeps its time. */
export function addReadMark(db: WritableDb, key: string, atMs: number): void {
  addReadMarks(db, [key], atMs);
}

/** So many keys are handed to SQLite at a time. */
const portion = 10_000;

/** How many were not read before. */
export function addReadMarks(db: WritableDb, keys: readonly string[], atMs: number): number {
  // In the order of the table: one page of it after the other.
  const ordered = keys.toSorted();
  return db.transaction(() => {
    let added = 0;
    for (let at = 0; at < ordered.length; at += portion)
      added += db.run(insertMarks, { keys: JSON.stringify(ordered.slice(at, at + portion)), atMs });
    return added;
  });
}

export function removeReadMark(db: WritableDb, key: string): boolean {
  return db.run(dropMarks, [JSON.stringify([key])]) > 0;
}

/** Those that were set at that moment; how many. */
export function removeReadMarksOf(db: WritableDb, atMs: number): number {
  return db.run(dropMarksOf, [atMs]);
}

/** Those of `keys` that were read. */
export function readReadKeys(db: ReadableDb, keys: readonly string[]): Set<string> {
  return new Set(db.all<{ key: string }>(readKeys, [JSON.stringify(keys)]).map(({ key }) => key));
}

export const readMarkSql = { readKeys } as const;
