import type { ReadableDb, WritableDb } from '../database.ts';

/** So many of the last opened articles are kept. */
const maximumOpened = 5_000;

const insertOpening = `
  INSERT INTO opened_article (article_key, opened_at_ms) VALUES (?, ?)
  ON CONFLICT (article_key) DO UPDATE SET opened_at_ms = excluded.opened_at_ms`;
const dropOldest = `
  DELETE FROM opened_article WHERE article_key IN (
    SELECT article_key FROM opened_article INDEXED BY opened_article_newest
    ORDER BY opened_at_ms DESC, article_key LIMIT -1 OFFSET ?)`;
const lastOpened = `
  SELECT article_key AS key FROM opened_article INDEXED BY opened_article_newest ORDER BY opened_at_ms DESC, article_key`;
const forget = ['DELETE FROM opened_article', 'UPDATE read_mark SET read_at_ms = 0 WHERE read_at_ms <> 0'];
const changesOf = 'SELECT changes FROM reader_change WHERE subject = ?';

export function addOpening(db: WritableDb, key: string, atMs: number): void {
  db.transaction(() => {
    db.run(insertOpening, [key, atMs]);
    db.run(dropOldest, [maximumOpened]);
  });
}

/** Each article once, the one opened last first. */
export function listOpenedKeys(db: ReadableDb): string[] {
  return db.all<{ key: string }>(lastOpened).map(({ key }) => key);
}

/** What was read stays read, but nothing says when. */
export function clearHistory(db: WritableDb): void {
  db.transaction(() => {
    for (const sql of forget) db.run(sql);
  });
}

/** A number that grows with every row that is written, by whatever process. */
export function readerChanges(db: ReadableDb, subject: 'read_mark' | 'opened_article'): number {
  return db.first<{ changes: number }>(changesOf, [subject])?.changes ?? 0;
}

export const historySql = { lastOpened } as const;
