import { expect, test } from 'vitest';
import { addArchive, findArchive, listArchives, removeArchive, setOrigins } from '#main/store/reader/archives.ts';
import {
  addBookmark,
  countBookmarks,
  listBookmarkKeys,
  listBookmarks,
  readBookmarkedKeys,
  removeBookmark,
} from '#main/store/reader/bookmarks.ts';
import { addReadMark, readReadKeys, removeReadMark } from '#main/store/reader/read-marks.ts';
import { readSetting, writeSetting } from '#main/store/reader/settings.ts';
import { openReaderDatabase } from '#main/store/open.ts';
import { temporaryLibraryDir, temporaryReaderDatabase } from '#test/helpers/library.ts';

const river = {
  id: 'river',
  name: 'River',
  addedAtMs: 2,
  origins: ['https://a.example/river.git', 'https://b.example/river.git'],
};
const hill = { id: 'hill', name: 'Hill', addedAtMs: 1, origins: ['/srv/hill'] };

test('archives are listed as they were added and found by id or any origin', () => {
  const db = temporaryReaderDatabase();
  addArchive(db, river);
  addArchive(db, hill);
  expect(listArchives(db)).toEqual([hill, river]);
  expect(findArchive(db, 'river')).toEqual(river);
  expect(findArchive(db, 'https://b.example/river.git')).toEqual(river);
  expect(findArchive(db, 'nowhere')).toBeUndefined();
});

test('an archive is added once, and by one name', () => {
  const db = temporaryReaderDatabase();
  addArchive(db, river);
  const exists = expect.objectContaining({ code: 'archive-exists' }) as Error;
  expect(() => addArchive(db, { ...hill, id: 'river' })).toThrow(exists);
  expect(() => addArchive(db, { ...hill, origins: ['/srv/hill', 'https://b.example/river.git'] })).toThrow(exists);
  expect(listArchives(db)).toEqual([river]);
});

test('origins are replaced in order, and go with their archive', () => {
  const db = temporaryReaderDatabase();
  addArchive(db, river);
  setOrigins(db, 'river', ['/three', '/one', '/two']);
  expect(findArchive(db, '/two')?.origins).toEqual(['/three', '/one', '/two']);
  expect(() => setOrigins(db, 'nothing', [])).toThrow(expect.objectContaining({ code: 'not-found' }));
  expect([removeArchive(db, 'river'), removeArchive(db, 'river')]).toEqual([true, false]);
  expect(findArchive(db, '/one')).toBeUndefined();
  expect(listArchives(db)).toEqual([]);
});

test('bookmarks are listed newest first; setting one again changes nothing', () => {
  const db = temporaryReaderDatabase();
  addBookmark(db, { key: 'k1', articleId: 'x:1', title: 'One', atMs: 1 });
  addBookmark(db, { key: 'k2', articleId: 'x:2', title: 'Two', atMs: 2 });
  addBookmark(db, { key: 'k1', articleId: 'x:1', title: 'One again', atMs: 3 });
  expect(listBookmarkKeys(db, { offset: 0, limit: 9 })).toEqual(['k2', 'k1']);
  expect(listBookmarks(db, { offset: 1, limit: 1 })).toEqual([{ key: 'k1', articleId: 'x:1', title: 'One', atMs: 1 }]);
  expect(readBookmarkedKeys(db, ['k1', 'k3'])).toEqual(new Set(['k1']));
  expect([removeBookmark(db, 'k1'), removeBookmark(db, 'k1'), countBookmarks(db)]).toEqual([true, false, 1]);
});

test('read marks come and go', () => {
  const db = temporaryReaderDatabase();
  addReadMark(db, 'k1', 1);
  addReadMark(db, 'k1', 2);
  expect(readReadKeys(db, ['k1', 'k2'])).toEqual(new Set(['k1']));
  expect([removeReadMark(db, 'k1'), removeReadMark(db, 'k1')]).toEqual([true, false]);
});

test('settings keep any JSON value, over a restart', () => {
  const libraryDir = temporaryLibraryDir();
  const first = openReaderDatabase(libraryDir);
  writeSetting(first, 'theme', 'dark');
  writeSetting(first, 'theme', 'light');
  writeSetting(first, 'sizes', { text: [1, 2], none: null });
  writeSetting(first, 'gone', 1);
  writeSetting(first, 'gone', undefined);
  first.close();
  const second = openReaderDatabase(libraryDir);
  expect(readSetting(second, 'theme')).toBe('light');
  expect(readSetting(second, 'sizes')).toEqual({ text: [1, 2], none: null });
  expect(readSetting(second, 'gone')).toBeUndefined();
  second.close();
});
