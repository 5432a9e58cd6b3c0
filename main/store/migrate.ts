import type Database from 'better-sqlite3';
import { StoreFailure } from './store-failure.ts';

export interface Migration {
  /** 1, 2, 3 ...: the value of `user_version` once it is applied. */
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

const createAppliedTable = `
  CREATE TABLE IF NOT EXISTS applied_migration (
    version INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    applied_at_ms INTEGER NOT NULL
  ) STRICT`;

const recordApplied = 'INSERT INTO applied_migration (version, name, applied_at_ms) VALUES (?, ?, ?)';

export function readVersion(database: Database.Database): number {
  return Number(database.pragma('user_version', { simple: true }));
}

/** True where a migration is due. A file from a newer program is refused before anything of it is touched. */
export function needsMigration(database: Database.Database, migrations: readonly Migration[]): boolean {
  const newest = migrations.at(-1)?.version ?? 0;
  const version = readVersion(database);
  if (version > newest) {
    throw new StoreFailure(
      'library-newer',
      `The library was made by a newer version of the program (format ${version}, known up to ${newest})`,
    );
  }
  return version < newest;
}

/**
 * Applies what is missing, each migration in its own transaction. The version is read again under the write lock: another
 * process may have been faster.
 */
export function migrate(database: Database.Database, migrations: readonly Migration[]): void {
  const apply = database.transaction((migration: Migration) => {
    if (readVersion(database) >= migration.version) return;
    database.exec(createAppliedTable);
    database.exec(migration.sql);
    database.prepare(recordApplied).run(migration.version, migration.name, Date.now());
    database.pragma(`user_version = ${migration.version}`);
  });
  if (!needsMigration(database, migrations)) return;
  for (const migration of migrations) apply.immediate(migration);
}
