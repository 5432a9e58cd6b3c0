import type { ReadableDb, WritableDb } from '../database.ts';

const tables = ['bookmark', 'read_mark', 'reading_place', 'opened_article', 'tagged_article'] as const;
const everyKey = tables.map((table) => `SELECT article_key AS key FROM ${table}`).join(' UNION ');

/** Of everything the reader did, to whatever article. */
export function listReaderKeys(db: ReadableDb): readonly string[] {
  return db.all<{ key: string }>(everyKey).map(({ key }) => key);
}

/** What the article has under its new key already stays. */
const moves = tables.flatMap((table) => [
  `UPDATE OR IGNORE ${table} SET article_key = $to WHERE article_key = $from`,
  `DELETE FROM ${table} WHERE article_key = $from`,
]);

/** Everything the reader did to an article follows it to another key. */
export function moveReaderData(db: WritableDb, from: string, to: string): void {
  for (const sql of moves) db.run(sql, { from, to });
}
