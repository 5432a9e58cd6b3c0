import type { WritableDb } from '../database.ts';

const enqueue = 'INSERT OR IGNORE INTO index_queue (article_id) VALUES (?)';

/** To be called in the transaction that changes the article; the index writer finds out what became of it. */
export function queueForIndex(db: WritableDb, articleRowId: number): void {
  db.run(enqueue, [articleRowId]);
}
