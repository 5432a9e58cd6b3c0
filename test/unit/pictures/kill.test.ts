import { createHash } from 'node:crypto';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { WritableDb } from '#main/store/database.ts';
import { openPicturesDatabase } from '#main/store/open.ts';
import { firstOutput, kill, startScript } from '#test/helpers/child-process.ts';
import { pictureServer, runQueue } from '#test/helpers/fetch-pictures.ts';
import { temporaryLibraryDir } from '#test/helpers/library.ts';
import { makePng } from '#test/helpers/picture-bytes.ts';
import { enqueue } from '#test/helpers/picture-library.ts';
import { type PictureHandler, type PictureServer, sendPicture } from '#test/helpers/picture-server.ts';

const script = path.join(import.meta.dirname, 'processes/fetch-queue.ts');
const pictureCount = 150;
/** The process is killed when so many more pictures have been asked for. */
const cuts = [1, 3, 7, 12, 18, 26, 33];

const names = Array.from({ length: pictureCount }, (_, number) => `/${number}.png`);

/** Every seventh picture is the same as another. */
const served: PictureHandler = (request, response, visit) => {
  const number = Number(/\d+/u.exec(request.url ?? '')?.[0]);
  const seed = number % 7 === 0 ? 0 : number;
  sendPicture(makePng(30 + seed, 20, Buffer.alloc(20_000 + seed * 100, `picture ${seed}`)))(request, response, visit);
};

interface StoredRow {
  readonly address: string;
  readonly sha256: string;
}

function storedRows(db: WritableDb, server: PictureServer): StoredRow[] {
  const rows = db.all<{ address: string; sha256: Uint8Array; content: Uint8Array }>(
    `SELECT address, sha256, content FROM picture_address CROSS JOIN picture ON picture.id = picture_id ORDER BY address`,
  );
  for (const { sha256, content } of rows) expect(createHash('sha256').update(content).digest().equals(sha256)).toBe(true);
  return rows.map(({ address, sha256 }) => ({
    address: address.slice(server.origin.length),
    sha256: Buffer.from(sha256).toString('hex'),
  }));
}

function newLibrary(server: PictureServer): string {
  const libraryDir = temporaryLibraryDir();
  const db = openPicturesDatabase(libraryDir, 'write');
  enqueue(db, names.map(server.urlOf));
  db.close();
  return libraryDir;
}

test('a run killed at any moment goes on where it was, and fetches nothing again that it had stored', async () => {
  let waiting: { readonly at: number; tell(): void } | null = null;
  const isAskedFor = (count: number): Promise<void> =>
    new Promise((tell) => (waiting = { at: server.requests.length + count, tell }));
  const server = await pictureServer({
    '*': (request, response, visit) => {
      if (waiting && server.requests.length >= waiting.at) waiting.tell();
      served(request, response, visit);
    },
  });
  const libraryDir = newLibrary(server);
  let stored = new Set<string>();
  let asked = 0;
  const settle = (): void => {
    expect(server.requests.slice(asked).filter((request) => stored.has(request.path))).toEqual([]);
    asked = server.requests.length;
    const db = openPicturesDatabase(libraryDir, 'write');
    expect(db.first('PRAGMA integrity_check')).toEqual({ integrity_check: 'ok' });
    stored = new Set(storedRows(db, server).map(({ address }) => address));
    db.close();
  };
  for (const cut of cuts) {
    const child = await startScript(script, [libraryDir]);
    await isAskedFor(cut);
    await kill(child);
    waiting = null;
    settle();
  }
  const before = stored.size;
  // Of a hundred asked for, each of the seven kills loses at most the eight that were on their way.
  expect(before).toBeGreaterThanOrEqual(44);
  const run = JSON.parse(await firstOutput(await startScript(script, [libraryDir]))) as { readonly stored: number };
  expect(run.stored).toBe(pictureCount - before);
  settle();
  const db = openPicturesDatabase(libraryDir, 'write');
  const uninterrupted = openPicturesDatabase(newLibrary(server), 'write');
  await runQueue(uninterrupted);
  expect(storedRows(db, server)).toHaveLength(pictureCount);
  expect(storedRows(db, server)).toEqual(storedRows(uninterrupted, server));
  const bytes = 'SELECT count(*) AS pictures, sum(byte_length) AS bytes FROM picture';
  expect(db.first(bytes)).toEqual(uninterrupted.first(bytes));
  db.close();
  uninterrupted.close();
});
