import { mkdirSync, readdirSync, writeFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { removeRest, wipeLibrary } from '#main/store/wipe-library.ts';
import { openArchiveDatabase, openPicturesDatabase, openReaderDatabase } from '#main/store/open.ts';
import { acquireWriterLock } from '#main/store/writer-lock.ts';
import { temporaryLibraryDir } from '#test/helpers/library.ts';

function filledLibrary(): string {
  const dir = temporaryLibraryDir();
  for (const db of [openReaderDatabase(dir), openArchiveDatabase(dir, 'write'), openPicturesDatabase(dir, 'write')]) db.close();
  acquireWriterLock(dir).release();
  mkdirSync(path.join(dir, 'logs'));
  mkdirSync(path.join(dir, 'window', 'Local Storage'), { recursive: true });
  for (const name of [
    'logs/offprint.log',
    'window/Local Storage/a',
    'incoming-news.pack',
    'reader.backup-1.db',
    'archive.db-wal',
  ])
    writeFileSync(path.join(dir, name), 'x');
  return dir;
}

test('of a library nothing is left, not even its folder', () => {
  const dir = filledLibrary();
  wipeLibrary(dir);
  expect(existsSync(dir)).toBe(false);
  wipeLibrary(dir);
  expect(existsSync(dir)).toBe(false);
});

test('what is not of the library stays where it is', () => {
  const dir = filledLibrary();
  for (const name of ['letters.txt', 'archive', 'readers.db', 'photographs']) writeFileSync(path.join(dir, name), 'mine');
  wipeLibrary(dir);
  expect(readdirSync(dir).toSorted()).toEqual(['archive', 'letters.txt', 'photographs', 'readers.db']);
});

test('a library that is open somewhere is left whole', () => {
  const dir = filledLibrary();
  const before = readdirSync(dir);
  const lock = acquireWriterLock(dir);
  expect(() => wipeLibrary(dir)).toThrow(expect.objectContaining({ code: 'library-busy' }));
  lock.release();
  const reader = openReaderDatabase(dir);
  expect(() => wipeLibrary(dir)).toThrow(expect.objectContaining({ code: 'library-busy' }));
  reader.close();
  expect(readdirSync(dir)).toEqual(expect.arrayContaining(before.filter((name) => !/-(?:wal|shm)$/u.test(name))));
}, 20_000);

test('a damaged library can be wiped', () => {
  const dir = filledLibrary();
  for (const name of ['reader.db', 'archive.db']) writeFileSync(path.join(dir, name), 'no database at all, and long enough');
  wipeLibrary(dir);
  expect(existsSync(dir)).toBe(false);
});

test('what the window leaves behind at its end goes too', () => {
  const dir = temporaryLibraryDir();
  mkdirSync(path.join(dir, 'window'));
  writeFileSync(path.join(dir, 'window', 'Preferences'), '{}');
  removeRest(dir);
  expect(existsSync(dir)).toBe(false);
});
