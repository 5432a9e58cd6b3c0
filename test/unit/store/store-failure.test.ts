import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { asStoreFailure, StoreFailure } from '#main/store/store-failure.ts';

it.each([
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_IOERR', 'disk-failed'],
  ['SQLITE_IOERR_WRITE', 'disk-failed'],
  ['SQLITE_IOERR_FSYNC', 'disk-failed'],
  ['SQLITE_IOERR_SHORT_READ', 'disk-failed'],
  ['SQLITE_CORRUPT_VTAB', 'library-damaged'],
  ['SQLITE_READONLY_DIRECTORY', 'library-read-only'],
  ['SQLITE_BUSY_SNAPSHOT', 'library-busy'],
  ['SQLITE_PROTOCOL', 'library-busy'],
])('what SQLite calls %s is %s for the reader', (code, expected) => {
  const failure = asStoreFailure(new Database.SqliteError('something happened', code));
  expect(failure).toBeInstanceOf(StoreFailure);
  expect(failure).toMatchObject({ code: expected, message: expect.stringContaining('something happened') as string });
});

it.each([
  ['ENOSPC', 'disk-full'],
  ['EIO', 'disk-failed'],
  ['EROFS', 'library-read-only'],
])('what the system calls %s is %s for the reader', (code, expected) => {
  expect(asStoreFailure(Object.assign(new Error('something happened'), { code }))).toMatchObject({ code: expected });
});

it('an error without such a meaning stays what it is', () => {
  const error = new Database.SqliteError('no such table', 'SQLITE_ERROR');
  expect(asStoreFailure(error)).toBe(error);
});
