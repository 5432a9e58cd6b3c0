import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { createTitleOrder } from './archive/title-order.ts';
import { type WritableDb, wrapDatabase } from './database.ts';
import { type Migration, migrate, needsMigration, readVersion } from './migrate.ts';
import { asStoreFailure, StoreFailure } from './store-failure.ts';

const busyTimeoutMs = 10_000;

export interface Opening {
  readonly file: string;
  readonly migrations: readonly Migration[];
  readonly pragmas: readonly string[];
  /** Set before the first page is written, so they shape a new file; an existing one keeps the shape it has. */
  readonly shape?: readonly string[];
  /** Copies an existing database to `<name>.backup-<version>.db` beside it before it is migrated. */
  readonly isBackedUp?: boolean;
}

/** Creates and migrates the file where needed. Throws a StoreFailure, and has closed everything then. */
export function openFile(opening: Opening): WritableDb {
  return wrapDatabase(open(opening));
}

/** As `openFile`; where nothing can be written, what is there can be read. */
export function openFileOrCopy(opening: Opening): WritableDb {
  try {
    return openFile(opening);
  } catch (error) {
    if (error instanceof StoreFailure && error.code === 'library-read-only' && existsSync(opening.file)) return openCopy(opening);
    throw error;
  }
}

function open({ file, migrations, pragmas, shape = [], isBackedUp = false }: Opening): Database.Database {
  let database: Database.Database | undefined;
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    database = new Database(file, { timeout: busyTimeoutMs });
    database.function('title_order', { deterministic: true }, createTitleOrder());
    for (const pragma of shape) database.pragma(pragma);
    const version = readVersion(database);
    const isMigrationDue = needsMigration(database, migrations);
    useWriteAheadLog(database);
    if (isMigrationDue) {
      if (isBackedUp && version > 0) backUp(database, file, version);
      migrate(database, migrations);
    }
    for (const pragma of pragmas) database.pragma(pragma);
    return database;
  } catch (error) {
    database?.close();
    throw asStoreFailure(error);
  }
}

/** Two processes that change the mode of a new file at the same moment: SQLite refuses one at once, without waiting. */
function useWriteAheadLog(database: Database.Database): void {
  const sleeper = new Int32Array(new SharedArrayBuffer(4));
  for (const waitMs of [5, 10, 20, 40, 80, 160, 320, 640]) {
    if (database.pragma('journal_mode', { simple: true }) === 'wal') return;
    try {
      database.pragma('journal_mode = WAL');
    } catch (error) {
      if (!(error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY'))) throw error;
      Atomics.wait(sleeper, 0, 0, waitMs);
    }
  }
}

function backUp(database: Database.Database, file: string, version: number): void {
  const { dir, name, ext } = path.parse(file);
  const backup = path.join(dir, `${name}.backup-${version}${ext}`);
  rmSync(backup, { force: true });
  database.prepare('VACUUM INTO ?').run(backup);
}

/**
 * A database with a write-ahead log cannot be opened where its log cannot be created, not even to be read: SQLite's
 * `immutable` needs URI file names, which the driver leaves out. A private copy, gone with the handle, is read instead.
 */
function openCopy({ file, migrations, pragmas }: Opening): WritableDb {
  const folder = mkdtempSync(path.join(tmpdir(), 'offprint-read-only-'));
  const removeCopy = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    const copy = path.join(folder, path.basename(file));
    for (const suffix of ['', '-wal']) if (existsSync(file + suffix)) cpSync(file + suffix, copy + suffix, { mode: 0 });
    const database = open({ file: copy, migrations, pragmas });
    database.pragma('query_only = ON');
    return wrapDatabase(database, removeCopy);
  } catch (error) {
    removeCopy();
    throw asStoreFailure(error);
  }
}
