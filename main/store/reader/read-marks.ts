import type { ReadableDb, WritableDb } from '../database.ts';

const insertMark = `
  INSERT INTO read_mark (article_key, read_at_ms) VALUES (?, ?)
  ON CONFLICT (article_key) DO UPDATE SET read_at_ms = excluded.read_at_ms`;
const dropMark = 'DELETE FROM read_mark WHERE article_key = ?';
const readKeys = `
  SELECT article_key AS key FROM json_each(?) AS wanted CROSS JOIN read_mark ON read_mark.article_key = wanted.value`;

export function addReadMark(db: WritableDb, key: string, atMs: number): void {
  db.run(insertMark, [key, atMs]);
}

export function removeReadMark(db: WritableDb, key: string): boolean {
  return db.run(dropMark, [key]) > 0;
}

/** Those of `keys` that were read. */
export function readReadKeys(db: ReadableDb, keys: readonly string[]): Set<string> {
  return new Set(db.all<{ key: string }>(readKeys, [JSON.stringify(keys)]).map(({ key }) => key));
}

export const readMarkSql = { readKeys } as const;
