import type { WritableDb } from '../database.ts';

/** What the article has under its new key already stays. */
const moves = ['bookmark', 'read_mark'].flatMap((table) => [
  `UPDATE OR IGNORE ${table} SET article_key = $to WHERE article_key = $from`,
  `DELETE FROM ${table} WHERE article_key = $from`,
]);

/** Everything the reader did to an article follows it to another key. */
export function moveReaderData(db: WritableDb, from: string, to: string): void {
  for (const sql of moves) db.run(sql, { from, to });
}
