import { existsSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { asStoreFailure, StoreFailure } from './store-failure.ts';
import { acquireWriterLock } from './writer-lock.ts';

/** What the application itself puts into the folder of a library; the folder may hold other things, which stay. */
const ownNames = /^(?:(?:reader|archive|pictures|writer-lock|incoming)[.-].*|logs|window|backups)$/;

/** Reader data first: it says most of the reader. */
const readerFirst = (a: string, b: string): number => Number(b.startsWith('reader')) - Number(a.startsWith('reader'));

/**
 * Deletes a library for good. Throws `library-busy` where another process has it open, and then nothing is deleted. What a disk
 * keeps of deleted files is beyond this: only an encrypted disk keeps nothing readable.
 */
export function wipeLibrary(libraryDir: string): void {
  if (!existsSync(libraryDir)) return;
  const lock = acquireWriterLock(libraryDir);
  try {
    for (const name of ['reader.db', 'archive.db']) refuseWhileOpen(path.join(libraryDir, name));
    for (const name of readdirSync(libraryDir).toSorted(readerFirst))
      if (ownNames.test(name) && !name.startsWith('writer-lock')) remove(path.join(libraryDir, name));
  } finally {
    lock.release();
  }
  removeRest(libraryDir);
}

/** Once more when nothing runs any longer: what the window itself keeps in the folder, and the folder if nothing else is in it. */
export function removeRest(libraryDir: string): void {
  if (!existsSync(libraryDir)) return;
  for (const name of readdirSync(libraryDir)) if (ownNames.test(name)) remove(path.join(libraryDir, name));
  try {
    rmdirSync(libraryDir);
  } catch {
    // Other things are in it.
  }
}

/** Some systems keep a file for a moment after the process that had it open is gone. */
function remove(file: string): void {
  rmSync(file, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
}

/** A write-ahead log is given up only by whoever is alone with the file. A damaged file is nobody's, and goes. */
function refuseWhileOpen(file: string): void {
  if (!existsSync(file)) return;
  let database: Database.Database | undefined;
  try {
    database = new Database(file, { timeout: 2_000 });
    database.pragma('journal_mode = DELETE');
  } catch (error) {
    const failure = asStoreFailure(error);
    if (failure instanceof StoreFailure && failure.code === 'library-busy') throw failure;
  } finally {
    database?.close();
  }
}
