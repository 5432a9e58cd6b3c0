import { randomUUID } from 'node:crypto';
import type { ReadableDb, WritableDb } from '../database.ts';

export interface StoredSearch {
  readonly id: string;
  readonly query: string;
  readonly name: string;
}

export interface RanSearch {
  readonly query: string;
  readonly ranAtMs: number;
}

/** The same number that the window shows: nobody looks further back. */
const maximumRecent = 100;

const everySaved = 'SELECT id, query, name FROM saved_search ORDER BY created_at_ms, id';
const writeSaved = `
  INSERT INTO saved_search (id, query, name, created_at_ms) VALUES (?, ?, ?, ?)
  ON CONFLICT (query) DO UPDATE SET name = excluded.name`;
const dropSaved = 'DELETE FROM saved_search WHERE id = ?';

const newestRecent = 'SELECT query, ran_at_ms AS ranAtMs FROM recent_search ORDER BY ran_at_ms DESC, query LIMIT ?';
const writeRecent = `
  INSERT INTO recent_search (query, ran_at_ms) VALUES (?, ?) ON CONFLICT (query) DO UPDATE SET ran_at_ms = excluded.ran_at_ms`;
const dropOldRecent = `
  DELETE FROM recent_search
  WHERE query IN (SELECT query FROM recent_search ORDER BY ran_at_ms DESC, query LIMIT -1 OFFSET ${maximumRecent})`;
const dropRecent = 'DELETE FROM recent_search WHERE query = ?';
const dropEveryRecent = 'DELETE FROM recent_search';

/** In the order in which they were saved. */
export function listSavedSearches(db: ReadableDb): StoredSearch[] {
  return db.all<StoredSearch>(everySaved);
}

/** A query that is saved already only gets the new name. */
export function saveSearch(db: WritableDb, { query, name }: Omit<StoredSearch, 'id'>, atMs: number): void {
  db.run(writeSaved, [randomUUID(), query, name, atMs]);
}

export function unsaveSearch(db: WritableDb, id: string): void {
  db.run(dropSaved, [id]);
}

/** Newest first. */
export function listRecentSearches(db: ReadableDb): RanSearch[] {
  return db.all<RanSearch>(newestRecent, [maximumRecent]);
}

/** Each search once; the oldest go. */
export function rememberSearch(db: WritableDb, query: string, atMs: number): void {
  db.transaction(() => {
    db.run(writeRecent, [query, atMs]);
    db.run(dropOldRecent);
  });
}

/** Null forgets all. */
export function forgetSearches(db: WritableDb, query: string | null): void {
  if (query === null) db.run(dropEveryRecent);
  else db.run(dropRecent, [query]);
}

export const searchSql = { newestRecent } as const;
