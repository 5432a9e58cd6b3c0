import path from 'node:path';
import { expect, test } from 'vitest';
import { openArchiveDatabase } from '#main/store/open.ts';
import { acquireWriterLock } from '#main/store/writer-lock.ts';
import { firstOutput, kill, startScript } from '#test/helpers/child-process.ts';
import { temporaryLibraryDir } from '#test/helpers/library.ts';

const processes = path.join(import.meta.dirname, 'processes');

test('one writer at a time, across processes; a killed one leaves the library free', async () => {
  const libraryDir = temporaryLibraryDir();
  const child = await startScript(path.join(processes, 'hold-writer-lock.ts'), [libraryDir]);
  expect(await firstOutput(child)).toBe('ready\n');
  expect(() => acquireWriterLock(libraryDir)).toThrow(expect.objectContaining({ code: 'library-busy' }));
  await kill(child);
  const lock = acquireWriterLock(libraryDir);
  expect(() => acquireWriterLock(libraryDir)).toThrow(expect.objectContaining({ code: 'library-busy' }));
  lock.release();
  acquireWriterLock(libraryDir).release();
});

test('a writer killed at any moment leaves whole portions and nothing else', async () => {
  const libraryDir = temporaryLibraryDir();
  for (let round = 0; round < 4; round += 1) {
    const child = await startScript(path.join(processes, 'store-forever.ts'), [libraryDir]);
    let told = await firstOutput(child);
    child.stdout?.on('data', (chunk: Buffer) => (told += chunk.toString()));
    await new Promise((resolve) => setTimeout(resolve, 37 * round));
    await kill(child);
    const lastTold = Number(told.trim().split('\n').at(-1));
    const db = openArchiveDatabase(libraryDir, 'write');
    const portions = db.all<{ articles: number }>('SELECT count(*) AS articles FROM article GROUP BY title');
    expect(portions.length).toBeGreaterThan(lastTold);
    expect(new Set(portions.map(({ articles }) => articles))).toEqual(new Set([20]));
    expect(db.first('PRAGMA integrity_check')).toEqual({ integrity_check: 'ok' });
    const missing =
      'SELECT id FROM article WHERE id NOT IN (SELECT rowid FROM fts) AND id NOT IN (SELECT article_id FROM index_queue)';
    expect(db.all(missing)).toEqual([]);
    db.close();
  }
});
