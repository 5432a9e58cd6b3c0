import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { listArticleRows } from '#main/store/archive/article-rows.ts';
import { storePages } from '#main/store/archive/store-pages.ts';
import { readVersion } from '#main/store/migrate.ts';
import { openFile } from '#main/store/open-file.ts';
import { openArchiveDatabase, openReaderDatabase } from '#main/store/open.ts';
import { firstOutput, startScript } from '#test/helpers/child-process.ts';
import { temporaryLibraryDir } from '#test/helpers/library.ts';
import { makePage } from '#test/helpers/pages.ts';

const openLibrary = path.join(import.meta.dirname, 'processes/open-library.ts');

test('a new library is made by whoever opens it first, also to read', () => {
  const libraryDir = path.join(temporaryLibraryDir(), 'new', 'library');
  const reading = openArchiveDatabase(libraryDir, 'read');
  expect(listArticleRows(reading, { scope: { kind: 'all' }, offset: 0, limit: 1 })).toEqual([]);
  expect(reading.all('SELECT version, name FROM applied_migration')).toEqual([
    { version: 1, name: 'articles' },
    { version: 2, name: 'full-text' },
    { version: 3, name: 'reparsing' },
    { version: 4, name: 'earlier-pages' },
    { version: 5, name: 'sync-log' },
    { version: 6, name: 'search' },
    { version: 7, name: 'upstream-pages' },
    { version: 8, name: 'list-orders' },
    { version: 9, name: 'counts' },
  ]);
  expect(reading.first('PRAGMA journal_mode')).toEqual({ journal_mode: 'wal' });
  reading.close();
  const reader = openReaderDatabase(libraryDir);
  expect(reader.first('PRAGMA synchronous')).toEqual({ synchronous: 2 });
  reader.close();
});

test('a handle for reading refuses to write and sees what another writes', () => {
  const libraryDir = temporaryLibraryDir();
  const reading = openArchiveDatabase(libraryDir, 'read');
  const writing = openArchiveDatabase(libraryDir, 'write');
  storePages(writing, 'x', [makePage('a.md')]);
  expect(listArticleRows(reading, { scope: { kind: 'all' }, offset: 0, limit: 9 })).toHaveLength(1);
  expect(() => reading.first('DELETE FROM article WHERE id > 0 RETURNING id')).toThrow(
    expect.objectContaining({ code: 'library-read-only' }),
  );
  reading.close();
  writing.close();
});

test('several processes may open a new library at the same moment', async () => {
  const libraryDir = temporaryLibraryDir();
  const children = await Promise.all(['read', 'write', 'read'].map((access) => startScript(openLibrary, [libraryDir, access])));
  const outputs = await Promise.all(children.map(firstOutput));
  expect(outputs.map((output) => JSON.parse(output) as unknown)).toEqual(
    Array.from({ length: 3 }, () => ({ articles: [], writing: 'written' })),
  );
});

test.each([
  ['archive.db', (dir: string) => openArchiveDatabase(dir, 'read')],
  ['archive.db', (dir: string) => openArchiveDatabase(dir, 'write')],
  ['reader.db', openReaderDatabase],
])('a newer %s is refused and left untouched', (name, open) => {
  const libraryDir = temporaryLibraryDir();
  const file = path.join(libraryDir, name);
  const newer = new Database(file);
  newer.exec('CREATE TABLE later (thing)');
  newer.pragma('user_version = 99');
  newer.close();
  const before = readFileSync(file);
  expect(() => open(libraryDir)).toThrow(expect.objectContaining({ code: 'library-newer' }));
  expect(readFileSync(file).equals(before)).toBe(true);
  expect(readdirSync(libraryDir)).toEqual([name]);
});

test.each(['archive.db', 'reader.db'])('a %s that is no database is reported as damaged and kept', (name) => {
  const libraryDir = temporaryLibraryDir();
  writeFileSync(path.join(libraryDir, name), 'no database at all '.repeat(100));
  const open = name === 'reader.db' ? openReaderDatabase : (dir: string) => openArchiveDatabase(dir, 'read');
  expect(() => open(libraryDir)).toThrow(expect.objectContaining({ code: 'library-damaged' }));
  expect(readFileSync(path.join(libraryDir, name), 'utf8')).toMatch(/^no database/u);
});

test('a precious file is copied before it is migrated, an up-to-date one is not', () => {
  const libraryDir = temporaryLibraryDir();
  const file = path.join(libraryDir, 'precious.db');
  const first = { version: 1, name: 'first', sql: "CREATE TABLE note (text TEXT) STRICT; INSERT INTO note VALUES ('mine')" };
  const second = { version: 2, name: 'second', sql: 'DELETE FROM note' };
  const opening = { file, pragmas: [], isBackedUp: true };
  openFile({ ...opening, migrations: [first] }).close();
  openFile({ ...opening, migrations: [first] }).close();
  expect(readdirSync(libraryDir)).toEqual(['precious.db']);
  openFile({ ...opening, migrations: [first, second] }).close();
  const backup = new Database(path.join(libraryDir, 'precious.backup-1.db'), { readonly: true });
  expect(backup.prepare('SELECT text FROM note').all()).toEqual([{ text: 'mine' }]);
  expect(readVersion(backup)).toBe(1);
  backup.close();
});

test('in a folder that cannot be written to, a library can be read', async () => {
  const parent = temporaryLibraryDir();
  const libraryDir = path.join(parent, 'library');
  mkdirSync(libraryDir);
  const writing = openArchiveDatabase(libraryDir, 'write');
  storePages(writing, 'x', [makePage('a.md', { title: 'Kept' })]);
  writing.close();
  openReaderDatabase(libraryDir).close();
  for (const file of readdirSync(libraryDir)) chmodSync(path.join(libraryDir, file), 0o444);
  chmodSync(parent, 0o755);
  chmodSync(libraryDir, 0o555);
  // The superuser may write anywhere: the process becomes nobody.
  const user = process.getuid?.() === 0 ? '65534' : '';
  const answer = await firstOutput(await startScript(openLibrary, [libraryDir, 'read', user]));
  expect(JSON.parse(answer)).toEqual({ articles: [{ title: 'Kept' }], writing: 'library-read-only' });
  const refusal = await firstOutput(await startScript(openLibrary, [libraryDir, 'write', user]));
  expect(JSON.parse(refusal)).toEqual({ failure: 'library-read-only' });
  chmodSync(libraryDir, 0o755);
});

test('a full disk is reported as such, and nothing is half-stored', () => {
  const db = openArchiveDatabase(temporaryLibraryDir(), 'write');
  db.first('PRAGMA max_page_count = 60');
  const pages = Array.from({ length: 200 }, (_, number) =>
    makePage(`${number}.md`, { title: `${number}`, text: `${number} `.repeat(2_000) }),
  );
  expect(() => storePages(db, 'x', pages)).toThrow(expect.objectContaining({ code: 'disk-full' }));
  expect(listArticleRows(db, { scope: { kind: 'all' }, offset: 0, limit: 9 })).toEqual([]);
  db.first('PRAGMA max_page_count = 100000');
  expect(storePages(db, 'x', pages)).toEqual({ added: 200, changed: 0, failed: 0 });
  db.close();
});
