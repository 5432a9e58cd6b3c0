import { mkdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { asStoreFailure } from './store-failure.ts';

export interface WriterLock {
  release(): void;
}

/**
 * One importer per library, across processes. The lock is SQLite's own on a file that holds nothing, so the operating
 * system frees it when the process dies, however it dies. Throws `library-busy` where another holds it.
 * It lasts as long as something refers to it: keep it until it is released.
 */
export function acquireWriterLock(libraryDir: string): WriterLock {
  let database: Database.Database | undefined;
  try {
    mkdirSync(libraryDir, { recursive: true });
    database = new Database(path.join(libraryDir, 'writer-lock.db'), { timeout: 0 });
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database?.close();
    throw asStoreFailure(error);
  }
  const held = database;
  return { release: () => held.close() };
}
