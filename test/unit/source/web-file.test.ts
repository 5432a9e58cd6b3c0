import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { noise } from './git-test-bed.ts';
import { failureOf, readSource } from './read-source.ts';
import { tarFile } from './tar-file.ts';
import { useTemporaryFolder } from './temporary-folder.ts';

const folder = useTemporaryFolder();
const content = noise(600_000);
const archive = tarFile([
  { name: 'a.md', content },
  { name: 'b.md', content: 'two' },
]);

interface FileServer {
  readonly url: string;
  /** The `Range` of every request; empty where there was none. */
  readonly ranges: readonly string[];
}

async function serve(answer: (request: IncomingMessage, response: ServerResponse, number: number) => void): Promise<FileServer> {
  const ranges: string[] = [];
  const server = createServer((request, response) => {
    ranges.push(request.headers.range ?? '');
    answer(request, response, ranges.length);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/news.tar`, ranges };
}

/** Sends `bytes` as one answer, but ends the connection after `cutAt` of them. */
function send(response: ServerResponse, bytes: Buffer, headers: Record<string, string>, cutAt = Infinity): void {
  response.writeHead('content-range' in headers ? 206 : 200, { 'content-length': String(bytes.length), ...headers });
  if (cutAt >= bytes.length) response.end(bytes);
  else response.write(bytes.subarray(0, cutAt), () => response.destroy());
}

function startOf(request: IncomingMessage): number {
  return Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
}

describe('a snapshot on the web', () => {
  it('is downloaded, read and deleted', async () => {
    const { url } = await serve((_request, response) => send(response, archive, {}));
    const { pages, bytesDown, answeredBy } = await readSource(url);
    expect([...pages.keys()]).toStrictEqual(['a.md', 'b.md']);
    expect([bytesDown, answeredBy]).toStrictEqual([archive.length, url]);
    expect(folder.leftovers()).toStrictEqual([]);
  });

  it('goes on where the transfer broke off', async () => {
    const { url, ranges } = await serve((request, response, number) => {
      const start = startOf(request);
      const range = start === 0 ? null : { 'content-range': `bytes ${start}-${archive.length - 1}/${archive.length}` };
      send(response, archive.subarray(start), { etag: '"1"', ...range }, number < 3 ? 200_000 : Infinity);
    });
    const { pages, bytesDown } = await readSource(url);
    expect(pages.size).toBe(2);
    expect(ranges).toHaveLength(3);
    expect(ranges[1]).toMatch(/^bytes=[1-9]\d*-$/);
    expect(bytesDown).toBe(archive.length);
  });

  it('begins again where the server sends no parts, or has another file by now', async () => {
    const { url, ranges } = await serve((_request, response, number) => {
      send(response, archive, { etag: `"${number}"` }, number === 1 ? 200_000 : Infinity);
    });
    expect((await readSource(url)).pages.size).toBe(2);
    expect(ranges).toHaveLength(2);
  });

  it('gives up after an attempt that came no further', async () => {
    const { url, ranges } = await serve((_request, response, number) =>
      send(response, archive, {}, number === 1 ? 100_000 : 1000),
    );
    expect((await failureOf(readSource(url))).code).toBe('connection-failed');
    expect(ranges).toHaveLength(2);
    expect(folder.leftovers()).toStrictEqual([]);
  });

  it('is refused where the server sends another part than asked for', async () => {
    const { url } = await serve((request, response) => {
      const start = startOf(request);
      const range = start === 0 ? null : { 'content-range': `bytes 5-${archive.length - 1}/${archive.length}` };
      send(response, archive, { etag: '"1"', ...range }, start === 0 ? 200_000 : Infinity);
    });
    expect((await failureOf(readSource(url))).code).toBe('bad-response');
  });

  it('that announces more than any archive has is not fetched', async () => {
    const { url } = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': String(3 * 1024 ** 3) });
      response.write(archive.subarray(0, 1000));
    });
    expect((await failureOf(readSource(url))).code).toBe('too-large');
  });

  it('is told from a page that stands in its place, and from nothing', async () => {
    const portal = await serve((_request, response) =>
      send(response, Buffer.from('<p>Pay here</p>'), { 'content-type': 'text/html' }),
    );
    expect((await failureOf(readSource(portal.url))).code).toBe('bad-response');
    const nothing = await serve((_request, response) => response.writeHead(404).end());
    expect((await failureOf(readSource(nothing.url))).code).toBe('origin-not-found');
  });

  it('is given up where the server goes silent, and leaves nothing', async () => {
    const { url } = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': String(archive.length) });
      response.write(archive.subarray(0, 1000));
    });
    const failure = await failureOf(readSource(url, { stallTimeoutMs: 200 }));
    expect(failure.code).toBe('timed-out');
    expect(folder.leftovers()).toStrictEqual([]);
  });
});
