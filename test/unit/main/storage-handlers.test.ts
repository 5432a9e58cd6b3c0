import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { storageHandlers } from '#main/storage-handlers.ts';
import type { ImporterClient } from '#main/importer/importer-client.ts';

let folder = '';
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'offprint-storage-'))));
afterEach(() => rm(folder, { recursive: true, force: true }));

const open = (isRebuilt: boolean, problem = '') => {
  const importer: ImporterClient = {
    run: (job, _signal, _onProgress, onChecked) => {
      if (job.kind === 'check') onChecked?.({ isSound: !isRebuilt, missing: 0, surplus: 0, isRebuilt });
      return Promise.resolve([]);
    },
    close: () => undefined,
    reopen: () => undefined,
  };
  return storageHandlers({ importer, libraryDir: folder, send: () => undefined, openFolder: () => Promise.resolve(problem) });
};
const { signal } = new AbortController();

test('the folder is measured by what its files are for', async () => {
  await mkdir(join(folder, 'window', 'Cache'), { recursive: true });
  await mkdir(join(folder, 'backups'));
  const sizes = {
    'archive.db': 4_000,
    'archive.db-wal': 40,
    'pictures.db': 300,
    'reader.db': 20,
    'backups/reader-1.db': 5,
    'incoming-a.pack': 7,
    'window/Cache/data': 11,
    'notes.txt': 3,
  };
  for (const [name, size] of Object.entries(sizes)) await writeFile(join(folder, name), 'x'.repeat(size));
  expect(await open(false)['storage.read']({}, signal)).toEqual({
    folder,
    bytes: { articles: 4_040, pictures: 300, readerData: 25, incoming: 7, window: 11, logs: 0, other: 3 },
  });
});

test('a folder that is not there holds nothing', async () => {
  await rm(folder, { recursive: true });
  const { bytes } = await open(false)['storage.read']({}, signal);
  expect(Object.values(bytes).every((size) => size === 0)).toBe(true);
});

test('a check says whether something was mended', async () => {
  expect(await open(false)['storage.check']({}, signal)).toEqual({ isMended: false });
  expect(await open(true)['storage.check']({}, signal)).toEqual({ isMended: true });
});

test('a folder that cannot be shown is a failure', async () => {
  expect(await open(false)['storage.openFolder']({}, signal)).toBeNull();
  await expect(open(false, 'no file manager')['storage.openFolder']({}, signal)).rejects.toMatchObject({ code: 'internal' });
});
