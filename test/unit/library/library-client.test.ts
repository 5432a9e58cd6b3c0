import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type LibraryClient, startLibrary } from '#main/library/library-client.ts';

/** Stands for the worker: answers with the number of requests it has had, dies of one and is slow with another. */
const worker = `
  import { parentPort, workerData } from 'node:worker_threads';
  let had = 0;
  parentPort.on('message', (request) => {
    if (request === 'close') return parentPort.close();
    had += 1;
    if (request.input.query === 'endless') while (Atomics.load(workerData.stopSign, 0) !== request.id);
    if (request.input.id === 'deadly') process.exit(1);
    const answer = request.input.id === 'refused' ? { ok: false, failure: { code: 'not-found', message: 'no' } } : { ok: true, value: had };
    setTimeout(() => parentPort.postMessage({ id: request.id, answer }), request.input.id === 'slow' ? 100 : 0);
  });
`;

let folder: string;
let client: LibraryClient;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'library-client-'));
  writeFileSync(path.join(folder, 'worker.mjs'), worker);
});
afterEach(() => client.close());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function start(): void {
  client = startLibrary(pathToFileURL(path.join(folder, 'worker.mjs')), folder);
}
const ask = (id: string, signal?: AbortSignal): Promise<unknown> => client.request('articles.show', { id }, signal);

describe('the library behind its worker', () => {
  it('answers in order, one request at a time', async () => {
    start();
    expect(await Promise.all([ask('slow'), ask('b'), ask('c')])).toEqual([1, 2, 3]);
  });

  it('passes on a refusal with its code', async () => {
    start();
    await expect(ask('refused')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('never runs a request that was cancelled before its turn', async () => {
    start();
    const controller = new AbortController();
    const slow = ask('slow');
    const cancelled = ask('b', controller.signal);
    const after = ask('c');
    controller.abort();
    await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
    expect([await slow, await after]).toEqual([1, 2]);
  });

  it('gives up a running search at once, and the next one does not wait for it', async () => {
    start();
    const controller = new AbortController();
    const endless = client.request('search.count', { query: 'endless' }, controller.signal);
    await new Promise((resolve) => setTimeout(resolve, 50));
    controller.abort();
    await expect(endless).rejects.toMatchObject({ code: 'cancelled' });
    expect(await client.request('search.count', { query: 'next' })).toBe(1);
    expect(await ask('b')).toBe(1);
  });

  it('loses only the request that its worker died of', async () => {
    start();
    const [deadly, after] = await Promise.allSettled([ask('deadly'), ask('b')]);
    expect(deadly).toMatchObject({ status: 'rejected', reason: { code: 'internal' } });
    expect(after).toMatchObject({ status: 'fulfilled', value: 1 });
  });

  it('refuses what comes after it was closed', async () => {
    start();
    await client.close();
    await expect(ask('a')).rejects.toMatchObject({ code: 'internal' });
  });

  it('answers again once it was opened again, with workers of its own', async () => {
    start();
    await Promise.all([ask('a'), client.request('search.count', { query: 'a' })]);
    await client.close();
    client.reopen();
    expect(await Promise.all([ask('a'), client.request('search.count', { query: 'a' })])).toEqual([1, 1]);
  });
});
