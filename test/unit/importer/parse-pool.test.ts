import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createParsePool, type ParsePool } from '#main/importer/parse-pool.ts';

/** Stands for the parser: it dies of one page, hangs on another, and says of every other which worker had it. */
const moodyWorker = `
  import { parentPort, threadId } from 'node:worker_threads';
  parentPort.on('message', ({ id, input }) => {
    if (input.path === 'deadly.md') throw new Error('the page was too much');
    if (input.path === 'endless.md') for (;;);
    parentPort.postMessage({ id, result: { ok: true, page: { article: null, index: null, repeatable: [] }, threadId } });
  });
`;

let folder: string;
let workerUrl: URL;
let pool: ParsePool;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'parse-pool-'));
  const file = path.join(folder, 'worker.mjs');
  writeFileSync(file, moodyWorker);
  workerUrl = pathToFileURL(file);
});

afterEach(() => pool.close());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const parse = (name: string) => pool.parse({ path: name, bytes: new Uint8Array(), fallbackDay: '2021-01-01' });

describe('the pool of parsers', () => {
  it('parses every page it is given, on no more threads than it has', async () => {
    pool = createParsePool(workerUrl, 2);
    const results = await Promise.all(Array.from({ length: 50 }, (_, number) => parse(`${number}.md`)));
    expect(results.every((result) => result.ok)).toBe(true);
    const threads = new Set(results.map((result) => (result as unknown as { threadId: number }).threadId));
    expect(threads.size).toBeLessThanOrEqual(2);
  });

  it('loses only the page that kills its worker', async () => {
    pool = createParsePool(workerUrl, 1);
    const [before, deadly, after] = await Promise.all([parse('a.md'), parse('deadly.md'), parse('b.md')]);
    expect(before).toMatchObject({ ok: true });
    expect(deadly).toMatchObject({ ok: false, code: 'page-unreadable' });
    expect(after).toMatchObject({ ok: true });
  });

  it('gives up a page that never ends, and goes on', async () => {
    pool = createParsePool(workerUrl, 1, 300);
    const [endless, after] = await Promise.all([parse('endless.md'), parse('b.md')]);
    expect(endless).toMatchObject({ ok: false, code: 'page-unreadable' });
    expect(after).toMatchObject({ ok: true });
  });
});
