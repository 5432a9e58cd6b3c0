import type { WritableDb } from '#main/store/database.ts';
import { StoreFailure } from '#main/store/store-failure.ts';
import { tablesOf } from './index-tables.ts';

export interface IndexState {
  /** False where the structure of one of its tables is damaged. */
  readonly isSound: boolean;
  /** Articles that it lacks and that do not wait for it. */
  readonly missing: number;
  /** Articles that are gone, but not from the index. */
  readonly surplus: number;
}

const missingFrom = (table: string): string => `
  SELECT count(*) AS articles FROM article
  WHERE id NOT IN (SELECT id FROM ${table}_docsize) AND id NOT IN (SELECT article_id FROM index_queue)`;
const surplusOf = (table: string): string => `
  SELECT count(*) AS articles FROM ${table}_docsize
  WHERE id NOT IN (SELECT id FROM article) AND id NOT IN (SELECT article_id FROM index_queue)`;

/** Reads the whole index from end to end: seconds for a large library. The handle is writable, since FTS5 takes it for a write. */
export function checkIndex(db: WritableDb): IndexState {
  const most = (sqlFor: (table: string) => string): number =>
    Math.max(...tablesOf('').map((table) => db.first<{ articles: number }>(sqlFor(table))?.articles ?? 0));
  return {
    isSound: tablesOf('').every((table) => isTableSound(db, table)),
    missing: most(missingFrom),
    surplus: most(surplusOf),
  };
}

function isTableSound(db: WritableDb, table: string): boolean {
  try {
    db.run(`INSERT INTO ${table} (${table}) VALUES ('integrity-check')`);
    return true;
  } catch (error) {
    if (error instanceof StoreFailure && error.code === 'library-damaged') return false;
    throw error;
  }
}
