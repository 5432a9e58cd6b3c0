import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate, type Migration, needsMigration, readVersion } from '#main/store/migrate.ts';

const first: Migration = { version: 1, name: 'first', sql: 'CREATE TABLE one (a TEXT) STRICT' };
const second: Migration = {
  version: 2,
  name: 'second',
  sql: "CREATE TABLE two (b TEXT) STRICT; INSERT INTO one VALUES ('kept')",
};
const broken: Migration = { version: 3, name: 'broken', sql: "INSERT INTO two VALUES ('lost'); NONSENSE" };

test('applies each migration once, in order, and notes their names', () => {
  const database = new Database(':memory:');
  migrate(database, [first]);
  migrate(database, [first, second]);
  migrate(database, [first, second]);
  expect(readVersion(database)).toBe(2);
  expect(database.prepare('SELECT version, name FROM applied_migration').all()).toEqual([
    { version: 1, name: 'first' },
    { version: 2, name: 'second' },
  ]);
  expect(database.prepare('SELECT a FROM one').all()).toEqual([{ a: 'kept' }]);
});

test('a migration that fails leaves the database as the one before it made it', () => {
  const database = new Database(':memory:');
  expect(() => migrate(database, [first, second, broken])).toThrow('syntax error');
  expect(readVersion(database)).toBe(2);
  expect(database.prepare('SELECT b FROM two').all()).toEqual([]);
});

test('a database from the future is refused', () => {
  const database = new Database(':memory:');
  database.pragma('user_version = 3');
  expect(() => needsMigration(database, [first, second])).toThrow(expect.objectContaining({ code: 'library-newer' }));
  expect(() => migrate(database, [first, second])).toThrow(expect.objectContaining({ code: 'library-newer' }));
});
