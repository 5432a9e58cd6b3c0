import path from 'node:path';
import { articles } from './archive/migrations/001-articles.ts';
import { fullText } from './archive/migrations/002-full-text.ts';
import { reparsing } from './archive/migrations/003-reparsing.ts';
import type { ReadableDb, WritableDb } from './database.ts';
import type { Migration } from './migrate.ts';
import { openFile, openFileOrCopy } from './open-file.ts';
import { readerData } from './reader/migrations/001-reader-data.ts';

const archiveMigrations: readonly Migration[] = [articles, fullText, reparsing];
const readerMigrations: readonly Migration[] = [readerData];

/** The importer's memory is limited, the window's worker profits from a larger cache. */
const archiveWriting = [
  'synchronous = NORMAL',
  'cache_size = -16384',
  'wal_autocheckpoint = 4000',
  'journal_size_limit = 67108864',
];
const archiveReading = ['cache_size = -32768', 'mmap_size = 268435456', 'query_only = ON'];
/** FULL: what the reader was told is kept survives a power cut. */
const readerWriting = ['synchronous = FULL', 'foreign_keys = ON', 'cache_size = -2048'];

/**
 * `archive.db`: content and search index. Either access creates and migrates it where needed, whoever comes first. Reading
 * works in a folder that cannot be written to; writing throws `library-read-only` there.
 */
export function openArchiveDatabase(libraryDir: string, access: 'read'): ReadableDb;
export function openArchiveDatabase(libraryDir: string, access: 'write'): WritableDb;
export function openArchiveDatabase(libraryDir: string, access: 'read' | 'write'): ReadableDb | WritableDb {
  const opening = { file: path.join(libraryDir, 'archive.db'), migrations: archiveMigrations };
  if (access === 'write') return openFile({ ...opening, pragmas: archiveWriting });
  return openFileOrCopy({ ...opening, pragmas: archiveReading });
}

/**
 * `reader.db`: what cannot be fetched again. An existing file is copied to `reader.backup-<version>.db` before a migration.
 * Where the folder cannot be written to it can be read, and writing throws `library-read-only`.
 */
export function openReaderDatabase(libraryDir: string): WritableDb {
  const file = path.join(libraryDir, 'reader.db');
  return openFileOrCopy({ file, migrations: readerMigrations, pragmas: readerWriting, isBackedUp: true });
}
