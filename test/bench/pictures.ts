import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultFetchPolicy, fetchPictures } from '#main/pictures/fetch-pictures.ts';
import { createNodeHttpSender } from '#main/source/http/node-http.ts';
import { directNetwork } from '#main/source/network/network.ts';
import { openPicturesDatabase } from '#main/store/open.ts';
import { enqueuePictures } from '#main/store/pictures/enqueue-pictures.ts';
import { type Figure, figure, median } from './figure.ts';
import { runMeasured } from './measured-process.ts';

const pictureCount = 2_000;
const concurrency = 8;
const turns = 3;

/**
 * A process of its own, so that both clients meet the same server. `/ready/N.png` is in memory, 20 to 180 kB; `/made/N.png` is
 * drawn and packed when it is asked for, which takes a few milliseconds, as an answer of a real server does at the least.
 */
const serverSource = `
  import { randomBytes } from 'node:crypto';
  import { createServer } from 'node:http';
  import { deflateSync } from 'node:zlib';
  const noise = randomBytes(180_000);
  const head = Buffer.alloc(41);
  head.set(Buffer.from('89504e470d0a1a0a0000000d49484452000003200000025808', 'hex'));
  head.write('IDAT', 37, 'latin1');
  const end = Buffer.from('000000000000000049454e4400000000', 'hex');
  function drawn(number) {
    const points = Buffer.alloc(150_000);
    for (let at = 0; at < points.length; at += 1) points[at] = (at * 31 + number + (noise[at % 9_973] & 15)) & 255;
    return deflateSync(points, { level: 1 });
  }
  createServer((request, response) => {
    const [, kind, name] = request.url.split('/');
    const number = Number.parseInt(name, 10);
    const content = kind === 'made' ? drawn(number) : noise.subarray(0, 20_000 + (number * 7_919) % 160_000);
    const bytes = Buffer.concat([head, content, end]);
    bytes.writeUInt32BE(content.length, 33);
    bytes.writeUInt32BE(number, 41);
    response.writeHead(200, { 'content-type': 'image/png', 'content-length': bytes.length }).end(bytes);
  }).listen(0, '127.0.0.1', function () { process.stdout.write(String(this.address().port)); });`;

/** The queue of a first sync against curl, with as many pictures at a time from the same server. */
export async function benchPictures(): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-bench-pictures-'));
  let server: ChildProcess | null = null;
  try {
    await writeFile(join(folder, 'server.mjs'), serverSource);
    server = spawn(process.execPath, [join(folder, 'server.mjs')], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [port] = (await once(server.stdout ?? server, 'data')) as [Buffer];
    const origin = `http://127.0.0.1:${port.toString()}`;
    const made = await compare(`${origin}/made`, folder);
    const ready = await compare(`${origin}/ready`, folder);
    return [
      figure({ name: 'pictures per second', value: made.rate, unit: 'pictures/s', ...against(made.curlRate, 0.7) }),
      figure({ name: 'pictures from memory per second', value: ready.rate, unit: 'pictures/s', ...against(ready.curlRate) }),
      figure({ name: 'pictures.db, over size of the pictures', ...made.file, unit: 'B', atMost: 1.1 }),
    ];
  } finally {
    server?.kill();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function against(reference: number | null, atLeast?: number): { readonly reference?: number; readonly atLeast?: number } {
  return reference === null ? {} : { reference, ...(atLeast === undefined ? {} : { atLeast }) };
}

interface Comparison {
  readonly rate: number;
  readonly curlRate: number | null;
  readonly file: { readonly value: number; readonly reference: number };
}

async function compare(origin: string, folder: string): Promise<Comparison> {
  const ours: number[] = [];
  const curls: number[] = [];
  let file = { value: 0, reference: 0 };
  for (let turn = 0; turn < turns; turn += 1) {
    const curlSeconds = await fetchWithCurl(origin, join(folder, 'curl'));
    if (curlSeconds !== null) curls.push(curlSeconds);
    const libraryDir = join(folder, 'library');
    const { seconds, bytes } = await fetchIntoLibrary(origin, libraryDir);
    ours.push(seconds);
    file = { value: (await stat(join(libraryDir, 'pictures.db'))).size, reference: bytes };
    await rm(libraryDir, { recursive: true });
  }
  return { rate: pictureCount / median(ours), curlRate: curls.length > 0 ? pictureCount / median(curls) : null, file };
}

/** Null where there is no curl. */
async function fetchWithCurl(origin: string, folder: string): Promise<number | null> {
  const place = ['--create-dirs', '-o', join(folder, '#1.png'), `${origin}/[0-${pictureCount - 1}].png`];
  try {
    const words = ['--silent', '--fail', '--parallel', '--parallel-max', String(concurrency), ...place];
    const { seconds } = await runMeasured('curl', words, process.env);
    await rm(folder, { recursive: true });
    return seconds;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    process.stderr.write('pictures: no curl to compare with\n');
    return null;
  }
}

async function fetchIntoLibrary(
  origin: string,
  libraryDir: string,
): Promise<{ readonly seconds: number; readonly bytes: number }> {
  const db = openPicturesDatabase(libraryDir, 'write');
  const http = createNodeHttpSender(20_000, { bytesDown: 0, bytesUp: 0 }, directNetwork);
  const urls = Array.from({ length: pictureCount }, (_, number) => `${origin}/${number}.png`);
  try {
    const startedAtMs = performance.now();
    enqueuePictures(db, { archiveId: 'a', wish: 'all', articles: [{ articleRowId: 1, shownFrom: 'a', urls }] });
    const run = await fetchPictures({
      db,
      http,
      userAgent: 'Mozilla/5.0',
      weakest: 'all',
      policy: { ...defaultFetchPolicy, concurrency, concurrencyPerHost: concurrency },
      templates: [],
      privateHosts: new Set(['127.0.0.1']),
      resolveHost: null,
      signal: new AbortController().signal,
      onProgress: () => undefined,
      nowMs: () => Date.now(),
      random: () => Math.random(),
    });
    const seconds = (performance.now() - startedAtMs) / 1_000;
    if (run.stored !== pictureCount) throw new Error(`${run.stored} pictures were stored`);
    return { seconds, bytes: run.storedBytes };
  } finally {
    http.close();
    db.close();
  }
}
