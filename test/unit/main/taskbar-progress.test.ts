import { expect, test } from 'vitest';
import type { ImporterClient } from '#main/importer/importer-client.ts';
import type { ImporterJob } from '#main/importer/job.ts';
import { createTaskbar, exportOnTaskbar, showOnTaskbar } from '#main/taskbar-progress.ts';
import type { SyncProgress } from '#preload/contract/library-types.ts';

const sync: ImporterJob = { kind: 'import', libraryDir: '/library', archives: [], isWithPictures: true };
const upkeep: ImporterJob = { kind: 'upkeep', libraryDir: '/library' };
const running = new AbortController().signal;
const steps: readonly SyncProgress[] = [
  { stage: 'connecting', archive: 'news' },
  { stage: 'fetching', archive: 'news', done: 0, total: 4, bytesDown: 0 },
  { stage: 'fetching', archive: 'news', done: 3, total: 4, bytesDown: 0 },
];

function open(end: () => Promise<[]>): { readonly client: ImporterClient; readonly shown: readonly number[] } {
  const shown: number[] = [];
  const importer: ImporterClient = {
    close: () => undefined,
    reopen: () => undefined,
    run: (_job, _signal, onProgress = () => undefined) => {
      for (const step of steps) onProgress(step);
      return end();
    },
  };
  return {
    client: showOnTaskbar(
      importer,
      createTaskbar(() => [{ setProgressBar: (share) => shown.push(share) }]),
    ),
    shown,
  };
}

test('a sync is seen from its first step, and gone when it ends', async () => {
  const { client, shown } = open(() => Promise.resolve([]));
  const told: string[] = [];
  await client.run(sync, running, ({ stage }) => told.push(stage));
  expect(shown).toEqual([2, 0, 0.75, -1]);
  expect(told).toEqual(['connecting', 'fetching', 'fetching']);
});

test('a sync that fails leaves nothing behind', async () => {
  const { client, shown } = open(() => Promise.reject(new Error('the importer stopped')));
  await expect(client.run(sync, running)).rejects.toThrow('stopped');
  expect(shown.at(-1)).toBe(-1);
});

test('what the application does of its own accord is not shown', async () => {
  const { client, shown } = open(() => Promise.resolve([]));
  await client.run(upkeep, running);
  expect(shown).toEqual([]);
});

test('a sync and an export are one bar, and the end of one does not take away the other', async () => {
  const shown: number[] = [];
  const taskbar = createTaskbar(() => [{ setProgressBar: (share) => shown.push(share) }]);
  const sync = taskbar.begin();
  const run = exportOnTaskbar((_errand, _signal, onProgress) => {
    onProgress({ stage: 'writing', done: 1, total: 2 });
    sync.end();
    return Promise.reject(new Error('stopped'));
  }, taskbar);
  sync.show(0.25);
  await expect(run({} as Parameters<typeof run>[0], running, () => undefined)).rejects.toThrow('stopped');
  expect(shown).toEqual([0.25, 0.5, 0.75, -1]);
});
