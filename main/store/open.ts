import path from 'node:path';
import { articles } from './archive/migrations/001-articles.ts';
import { fullText } from './archive/migrations/002-full-text.ts';
import { reparsing } from './archive/migrations/003-reparsing.ts';
import { earlierPages } from './archive/migrations/004-earlier-pages.ts';
import { syncLog } from './archive/migrations/005-sync-log.ts';
import { search } from './archive/migrations/006-search.ts';
import { upstreamPages } from './archive/migrations/007-upstream-pages.ts';
import { listOrders } from './archive/migrations/008-list-orders.ts';
import { counts } from './archive/migrations/009-counts.ts';
import type { ReadableDb, WritableDb } from './database.ts';
import type { Migration } from './migrate.ts';
import { openFile, openFileOrCopy } from './open-file.ts';
import { pictures } from './pictures/migrations/001-pictures.ts';
import { attachReaderData } from './reader-attachment.ts';
import { readerData } from './reader/migrations/001-reader-data.ts';
import { readingPlaces } from './reader/migrations/002-reading-places.ts';
import { searches } from './reader/migrations/003-searches.ts';
import { history } from './reader/migrations/004-history.ts';
import { tags } from './reader/migrations/005-tags.ts';

const archiveMigrations: readonly Migration[] = [
  articles,
  fullText,
  reparsing,
  earlierPages,
  syncLog,
  search,
  upstreamPages,
  listOrders,
  counts,
];
const readerMigrations: readonly Migration[] = [readerData, readingPlaces, searches, history, tags];
const pictureMigrations: readonly Migration[] = [pictures];

/** The importer's memory is limited, the window's worker profits from a larger cache. */
const archiveWriting = [
  'synchronous = NORMAL',
  'cache_size = -16384',
  'wal_autocheckpoint = 4000',
  'journal_size_limit = 67108864',
];
const archiveReading = ['cache_size = -32768', 'mmap_size = 268435456', 'query_only = ON'];
/** Pages of 16 KB read and write pictures almost twice as fast as those of 4 KB; what is deleted goes back to the system. */
const pictureShape = ['page_size = 16384', 'auto_vacuum = FULL'];
/** A power cut may take the last pictures, which are fetched again; it does not damage the file. */
const pictureWriting = [
  'synchronous = NORMAL',
  'cache_size = -8192',
  'wal_autocheckpoint = 4000',
  'journal_size_limit = 67108864',
];
const pictureReading = ['cache_size = -4096', 'query_only = ON'];
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

/** `archive.db` to read, with what the reader did to its articles beside it: `reader` is a handle of `reader.db`. */
export function openArchiveForReader(libraryDir: string, reader: ReadableDb): ReadableDb {
  const opening = { file: path.join(libraryDir, 'archive.db'), migrations: archiveMigrations };
  const db = openFileOrCopy({ ...opening, pragmas: archiveReading });
  attachReaderData(db, reader);
  return db;
}

/**
 * One state of `archive.db` from the first query to the end, whatever is written meanwhile. The write-ahead log cannot shrink
 * until it is closed: not for long work.
 */
export function openArchiveSnapshot(libraryDir: string): ReadableDb {
  const opening = { file: path.join(libraryDir, 'archive.db'), migrations: archiveMigrations };
  const db = openFileOrCopy({ ...opening, pragmas: archiveReading });
  db.run('BEGIN');
  return db;
}

/**
 * `reader.db`: what cannot be fetched again. An existing file is copied to `reader.backup-<version>.db` before a migration.
 * Where the folder cannot be written to it can be read, and writing throws `library-read-only`.
 */
export function openReaderDatabase(libraryDir: string): WritableDb {
  const file = path.join(libraryDir, 'reader.db');
  return openFileOrCopy({ file, migrations: readerMigrations, pragmas: readerWriting, isBackedUp: true });
}

/**
 * `pictures.db`: the bytes of pictures and the queue of those to fetch. Either access creates and migrates it where needed. In a
 * folder that cannot be written to both throw `library-read-only`: a copy, as of the other files, could fill the disk.
 */
export function openPicturesDatabase(libraryDir: string, access: 'read'): ReadableDb;
export function openPicturesDatabase(libraryDir: string, access: 'write'): WritableDb;
export function openPicturesDatabase(libraryDir: string, access: 'read' | 'write'): ReadableDb | WritableDb {
  const opening = { file: path.join(libraryDir, 'pictures.db'), migrations: pictureMigrations, shape: pictureShape };
  return openFile({ ...opening, pragmas: access === 'write' ? pictureWriting : pictureReading });
}
