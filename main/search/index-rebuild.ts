import type { ReadableDb, WritableDb } from '#main/store/database.ts';
import { createIndex, dropIndex, indexVersions, tablesOf, writeIndexRows } from './index-tables.ts';

/**
 * A new index beside the one that serves
 *
 * When the program folds or cuts text in another way than the index was made with, a second index is made of all articles,
 * portion by portion, while the first goes on answering; what changes meanwhile is written to both. In one transaction the
 * second then takes the first's place. Every portion is a transaction: killed at any moment, the work goes on where it was.
 */

const readMeta = 'SELECT value FROM meta WHERE key = ?';
const writeMeta = 'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value';
const dropMeta = 'DELETE FROM meta WHERE key = ?';
const isUsed = 'SELECT 1 FROM fts_docsize LIMIT 1';
const queueEverything = 'INSERT INTO index_rebuild_queue (article_id) SELECT id FROM article';
const queueThese = 'INSERT OR IGNORE INTO index_rebuild_queue (article_id) SELECT value FROM json_each(?)';
const emptyQueue = 'DELETE FROM index_rebuild_queue';
const nextQueued = 'SELECT article_id AS id FROM index_rebuild_queue ORDER BY article_id DESC LIMIT ?';
const dequeue = 'DELETE FROM index_rebuild_queue WHERE article_id IN (SELECT value FROM json_each(?))';
const countQueued = 'SELECT count(*) AS total FROM index_rebuild_queue';

/** Of the serving index the versions stand under their own names, of the next one under these. */
const nextKey = (key: string): string => `next_${key}`;

function isOfThisVersion(db: ReadableDb, keyOf: (key: string) => string): boolean {
  return indexVersions.every(([key, value]) => db.first<{ value: string }>(readMeta, [keyOf(key)])?.value === value);
}

/** Whether the serving index was made as this version of the program makes it; until then a search may miss articles. */
export function isIndexOfThisVersion(db: ReadableDb): boolean {
  return isOfThisVersion(db, (key) => key);
}

export function isRebuilding(db: ReadableDb): boolean {
  return isOfThisVersion(db, nextKey);
}

/** To be called before articles are indexed, in their transaction: begins to make a new index where the old one is outdated. */
export function beginRebuildIfOutdated(db: WritableDb): void {
  if (isIndexOfThisVersion(db) || isRebuilding(db)) return;
  if (db.first(isUsed)) return beginRebuild(db);
  dropIndex(db, '');
  createIndex(db, '');
  for (const [key, value] of indexVersions) db.run(writeMeta, [key, value]);
}

/** Also where the index is of this version, but damaged. What an earlier rebuild had made is dropped. */
export function beginRebuild(db: WritableDb): void {
  db.transaction(() => {
    dropIndex(db, 'next_');
    createIndex(db, 'next_');
    db.run(emptyQueue);
    db.run(queueEverything);
    for (const [key, value] of indexVersions) db.run(writeMeta, [nextKey(key), value]);
  });
}

/** To be called for the articles that are written to the serving index while another is being made. */
export function queueForRebuild(db: WritableDb, articleRowIds: readonly number[]): void {
  db.run(queueThese, [JSON.stringify(articleRowIds)]);
}

/** Indexes the newest of the articles that the next index lacks, and puts it in its place when it lacks none. */
export function continueRebuild(
  db: WritableDb,
  maximumArticles: number,
): { readonly indexed: number; readonly remaining: number } {
  const queued = db.all<{ id: number }>(nextQueued, [maximumArticles]).map(({ id }) => id);
  writeIndexRows(db, 'next_', queued);
  db.run(dequeue, [JSON.stringify(queued)]);
  const remaining = db.first<{ total: number }>(countQueued)?.total ?? 0;
  if (remaining === 0) takePlace(db);
  return { indexed: queued.length, remaining };
}

function takePlace(db: WritableDb): void {
  dropIndex(db, '');
  const serving = tablesOf('');
  tablesOf('next_').forEach((table, at) => db.run(`ALTER TABLE ${table} RENAME TO ${serving[at] ?? ''}`));
  for (const [key, value] of indexVersions) {
    db.run(writeMeta, [key, value]);
    db.run(dropMeta, [nextKey(key)]);
  }
}
