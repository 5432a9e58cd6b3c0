import { EventEmitter } from 'node:events';
import type { UtilityProcess } from 'electron';
import { expect, test } from 'vitest';
import { createImporterClient } from '#main/importer/importer-client.ts';
import type { FromImporter, ImporterJob, ToImporter } from '#main/importer/job.ts';
import type { ImporterNetworkSetting } from '#main/importer/job.ts';

/** Stands for the importer process: it notes what it is told and answers when the test says so. */
class FakeProcess extends EventEmitter {
  readonly told: ToImporter[] = [];

  postMessage(message: ToImporter): void {
    this.told.push(message);
    if (message.type === 'cancel') this.answer({ ok: false, failure: { code: 'cancelled', message: 'cancelled' } });
  }

  answer(answer: Extract<FromImporter, { type: 'done' }>['answer']): void {
    this.emit('message', { type: 'done', answer });
  }

  kill(): boolean {
    this.emit('exit', 0);
    return true;
  }
}

const network = {
  readForSync: (): Promise<ImporterNetworkSetting> =>
    Promise.resolve({ proxy: { kind: 'system' }, extraCaFile: null, logins: [] }),
  resolveSystemProxy: (url: string): Promise<string> => Promise.resolve(`PROXY proxy.example:8080; for ${url}`),
};

function openClient(): { readonly client: ReturnType<typeof createImporterClient>; readonly processes: FakeProcess[] } {
  const processes: FakeProcess[] = [];
  const client = createImporterClient(() => {
    const child = new FakeProcess();
    processes.push(child);
    return child as unknown as UtilityProcess;
  }, network);
  return { client, processes };
}

const running = new AbortController().signal;
const upkeep: ImporterJob = { kind: 'upkeep', libraryDir: '/library' };
const sync: ImporterJob = { kind: 'import', libraryDir: '/library', archives: [], isWithPictures: true };
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const done = { ok: true, value: [] } as const;

test('upkeep gives way to a sync', async () => {
  const { client, processes } = openClient();
  const tidying = client.run(upkeep, running);
  await turn();
  const syncing = client.run(sync, running);
  await expect(tidying).rejects.toMatchObject({ code: 'cancelled' });
  await turn();
  processes[1]?.answer(done);
  await expect(syncing).resolves.toEqual([]);
  expect(processes.map(({ told }) => told.map(({ type }) => type))).toEqual([['start', 'cancel'], ['start']]);
});

test('upkeep that waits gives way to a job behind it', async () => {
  const { client, processes } = openClient();
  const first = client.run(sync, running);
  await turn();
  const tidying = client.run(upkeep, running);
  const second = client.run(sync, running);
  processes[0]?.answer(done);
  await expect(first).resolves.toEqual([]);
  await expect(tidying).rejects.toMatchObject({ code: 'cancelled' });
  await turn();
  processes[1]?.answer(done);
  await expect(second).resolves.toEqual([]);
  expect(processes).toHaveLength(2);
});

test('a job that is cancelled before its turn ends at once and never starts', async () => {
  const { client, processes } = openClient();
  const controller = new AbortController();
  const first = client.run(sync, running);
  await turn();
  const waiting = client.run(sync, controller.signal);
  controller.abort();
  await expect(waiting).rejects.toMatchObject({ code: 'cancelled' });
  processes[0]?.answer(done);
  await expect(first).resolves.toEqual([]);
  await turn();
  expect(processes).toHaveLength(1);
});

test('a sync gives way to nothing: jobs wait for each other', async () => {
  const { client, processes } = openClient();
  const first = client.run(sync, running);
  await turn();
  const second = client.run(upkeep, running);
  await turn();
  expect(processes).toHaveLength(1);
  processes[0]?.answer(done);
  await expect(first).resolves.toEqual([]);
  await turn();
  processes[1]?.answer(done);
  await expect(second).resolves.toEqual([]);
  expect(processes[0]?.told.map(({ type }) => type)).toEqual(['start']);
});

test('a process that dies fails its job and not the next', async () => {
  const { client, processes } = openClient();
  const first = client.run(sync, running);
  await turn();
  processes[0]?.emit('exit', 1);
  await expect(first).rejects.toMatchObject({ code: 'internal' });
  const second = client.run(sync, running);
  await turn();
  processes[1]?.answer(done);
  await expect(second).resolves.toEqual([]);
});

test('after it is closed no job begins any more, not even one that waited', async () => {
  const { client, processes } = openClient();
  const first = client.run(sync, running);
  await turn();
  const waiting = client.run(sync, running);
  client.close();
  await expect(first).rejects.toMatchObject({ code: 'internal' });
  await expect(waiting).rejects.toMatchObject({ code: 'cancelled' });
  await expect(client.run(upkeep, running)).rejects.toMatchObject({ code: 'cancelled' });
  await turn();
  expect(processes).toHaveLength(1);
});

test('an import is told the network setting, and what the system says of an address', async () => {
  const { client, processes } = openClient();
  const syncing = client.run(sync, running);
  await turn();
  processes[0]?.emit('message', { type: 'ask-system-proxy', url: 'https://news.example/' } satisfies FromImporter);
  await turn();
  expect(processes[0]?.told).toEqual([
    { type: 'start', job: sync, network: { proxy: { kind: 'system' }, extraCaFile: null, logins: [] } },
    { type: 'system-proxy', url: 'https://news.example/', answer: 'PROXY proxy.example:8080; for https://news.example/' },
  ]);
  processes[0]?.answer(done);
  await syncing;
});

test('work that does not use the network is not given one', async () => {
  const { client, processes } = openClient();
  const tidying = client.run(upkeep, running);
  await turn();
  expect(processes[0]?.told).toEqual([{ type: 'start', job: upkeep, network: null }]);
  processes[0]?.answer(done);
  await tidying;
});

test('draws for the importer, and says so where it could not', async () => {
  const child = new FakeProcess();
  const drawn = [Buffer.from('small'), new Error('the window is gone')];
  const client = createImporterClient(
    () => child as unknown as UtilityProcess,
    network,
    () => {
      const next = drawn.shift();
      return next instanceof Error ? Promise.reject(next) : Promise.resolve(next ?? null);
    },
  );
  const syncing = client.run(sync, running);
  await turn();
  const picture = { bytes: Buffer.from('large'), type: 'png', width: 800 } as const;
  child.emit('message', { type: 'draw', id: 1, picture } satisfies FromImporter);
  child.emit('message', { type: 'draw', id: 2, picture } satisfies FromImporter);
  await turn();
  child.answer(done);
  await syncing;
  expect(child.told.slice(1)).toEqual([
    { type: 'drawn', id: 1, bytes: Buffer.from('small') },
    { type: 'drawn', id: 2, bytes: null },
  ]);
});
