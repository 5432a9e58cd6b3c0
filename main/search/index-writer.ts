import type { ReadableDb, WritableDb } from '#main/store/database.ts';
import { beginRebuildIfOutdated, continueRebuild, isIndexOfThisVersion, isRebuilding, queueForRebuild } from './index-rebuild.ts';
import { tablesOf, writeIndexRows } from './index-tables.ts';

const nextQueued = 'SELECT article_id AS id FROM index_queue ORDER BY article_id DESC LIMIT ?';
const countQueued = 'SELECT count(*) AS total FROM index_queue';
const dequeue = 'DELETE FROM index_queue WHERE article_id IN (SELECT value FROM json_each(?))';

export interface IndexProgress {
  readonly indexed: number;
  readonly remaining: number;
}

/**
 * Brings the index up to date for the newest of the articles queued, in one transaction: 250 to 1,000 at a time keep both
 * the memory and the time that readers wait for the next commit low. Where the index is of another version, what is left of
 * the portion goes into a new one (see `index-rebuild.ts`).
 */
export function indexPending(db: WritableDb, { maximumArticles }: { readonly maximumArticles: number }): IndexProgress {
  return db.transaction(() => {
    beginRebuildIfOutdated(db);
    const isNextToBeMade = isRebuilding(db);
    const queued = db.all<{ id: number }>(nextQueued, [maximumArticles]).map(({ id }) => id);
    writeIndexRows(db, '', queued);
    db.run(dequeue, [JSON.stringify(queued)]);
    if (isNextToBeMade) queueForRebuild(db, queued);
    const remaining = db.first<{ total: number }>(countQueued)?.total ?? 0;
    if (!isNextToBeMade) return { indexed: queued.length, remaining };
    const rebuilt = continueRebuild(db, maximumArticles - queued.length);
    return { indexed: queued.length + rebuilt.indexed, remaining: remaining + rebuilt.remaining };
  });
}

/** Whether articles wait for the index, or all of it was made by another version: an interrupted import, an update. */
export function isIndexingDue(db: ReadableDb): boolean {
  return !isIndexOfThisVersion(db) || isRebuilding(db) || (db.first<{ total: number }>(countQueued)?.total ?? 0) > 0;
}

/** `everything`: begins to merge the whole index into one piece, which calls with `where-due` then go on with. */
export type MergeExtent = 'where-due' | 'everything';

const totalChanges = 'SELECT total_changes() AS changes';

/**
 * Tidies the index a little, for idle moments; false when there is nothing left to tidy. `pages` bounds the work. Nothing is
 * merged while articles are written (see `index-tables.ts`), so whoever has indexed calls this afterwards.
 */
export function mergeIndex(db: WritableDb, pages: number, extent: MergeExtent = 'where-due'): boolean {
  const countChanges = (): number => db.first<{ changes: number }>(totalChanges)?.changes ?? 0;
  const merged = tablesOf('').map((table) => {
    const before = countChanges();
    db.run(`INSERT INTO ${table} (${table}, rank) VALUES ('merge', ?)`, [extent === 'everything' ? -pages : pages]);
    // The statement itself counts as one; what it changed in the tables behind it only shows in the total.
    return countChanges() - before > 1;
  });
  return merged.includes(true);
}
