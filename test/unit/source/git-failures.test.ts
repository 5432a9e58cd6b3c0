import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { directNetwork } from '#main/source/network/network.ts';
import { startGitServer } from '#test/helpers/git-server.ts';
import { createMemoryLibrary } from '#test/helpers/memory-library.ts';
import { useGitTestBed } from './git-test-bed.ts';

const bed = useGitTestBed();

async function failureOf(work: Promise<unknown>): Promise<{ code: string; message: string; details: Record<string, unknown> }> {
  return work.then(
    () => expect.unreachable('this was to fail'),
    (error: unknown) => error as { code: string; message: string; details: Record<string, unknown> },
  );
}

async function listening(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function packet(text: string): string {
  return (text.length + 5).toString(16).padStart(4, '0') + text + '\n';
}

/** Passes a request on to the repository at `url`. */
async function forward(url: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const headers = { 'git-protocol': 'version=2', 'content-type': request.headers['content-type'] ?? '' };
  const isPost = request.method === 'POST';
  const answer = await fetch(`${url}${request.url ?? ''}`, {
    method: request.method ?? 'GET',
    headers,
    ...(isPost && { body: Buffer.concat(chunks) }),
  });
  response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
  response.end(Buffer.from(await answer.arrayBuffer()));
}

describe('an origin that cannot be synced says why', () => {
  it.each([
    ['status=401/', 'origin-needs-login'],
    ['status=403/', 'origin-forbidden'],
    ['status=451/', 'origin-forbidden'],
    ['status=404/', 'origin-not-found'],
    ['status=410/', 'origin-not-found'],
    ['status=418/', 'bad-response'],
    ['html=200/', 'not-a-repository'],
    ['loop=302/', 'bad-response'],
    ['bomb=1/', 'too-large'],
  ])('%s is %s', async (faults, code) => {
    const { repository, urlWith } = bed.makeRepository();
    repository.commit({ 'a.md': 'one' });
    expect(await failureOf(createMemoryLibrary().sync(urlWith(faults)))).toMatchObject({ code });
  });

  it('says how long a server asks to wait', async () => {
    const { urlWith } = bed.makeRepository();
    const failure = await failureOf(createMemoryLibrary().sync(urlWith('status=429/')));
    expect(failure).toMatchObject({ code: 'too-many-requests', details: { retryAfterSeconds: 7 } });
  });

  it('says with which status a server failed', async () => {
    const { urlWith } = bed.makeRepository();
    const failure = await failureOf(createMemoryLibrary().sync(urlWith('status=503/')));
    expect(failure).toMatchObject({ code: 'server-failed', details: { status: 503 } });
  });

  it('tells a place without a repository', async () => {
    const failure = await failureOf(createMemoryLibrary().sync(bed.server.urlOf('nothing-here.git')));
    expect(failure.code).toBe('origin-not-found');
  });

  it('tells an empty repository', async () => {
    const { url } = bed.makeRepository();
    expect(await failureOf(createMemoryLibrary().sync(url))).toMatchObject({ code: 'empty-repository' });
  });

  it('tells a web server that only gives out the files of a repository', async () => {
    const server = createHttpServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' }).end(`${'a'.repeat(40)}\trefs/heads/main\n`);
    });
    const failure = await failureOf(createMemoryLibrary().sync(await listening(server)));
    server.close();
    expect(failure.code).toBe('not-a-repository');
    expect(failure.message).toMatch(/no Git server/);
  });

  it('tells a server that is too old to tell errors from content', async () => {
    const server = createHttpServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/x-git-upload-pack-advertisement' });
      response.end(`001e# service=git-upload-pack\n0000${packet(`${'a'.repeat(40)} HEAD\0ofs-delta`)}0000`);
    });
    const failure = await failureOf(createMemoryLibrary().sync(await listening(server)));
    server.close();
    expect(failure.code).toBe('not-a-repository');
    expect(failure.message).toMatch(/too old/);
  });

  it('tells a host that does not exist', async () => {
    const failure = await failureOf(createMemoryLibrary().sync('http://nowhere.invalid/archive.git'));
    expect(failure.code).toBe('host-not-found');
  });

  it('tells a place where nobody listens', async () => {
    const server = createTcpServer();
    const url = await listening(server);
    server.close();
    await once(server, 'close');
    expect(await failureOf(createMemoryLibrary().sync(`${url}/archive.git`))).toMatchObject({ code: 'connection-failed' });
  });

  it('tells a server that ends the connection without a word', async () => {
    const server = createTcpServer((socket) => socket.destroy());
    const failure = await failureOf(createMemoryLibrary().sync(await listening(server)));
    server.close();
    expect(failure.code).toBe('connection-failed');
  });

  it('tells a server that does not speak HTTP', async () => {
    const server = createTcpServer((socket) => socket.end('good day to you\r\n\r\n'));
    const failure = await failureOf(createMemoryLibrary().sync(await listening(server)));
    server.close();
    expect(failure.code).toBe('bad-response');
  });

  it('refuses a certificate that nobody vouches for', async () => {
    const root = mkdtempSync(join(tmpdir(), 'offprint-tls-'));
    const server = await startGitServer(root, { isTls: true });
    const failure = await failureOf(createMemoryLibrary().sync(server.urlOf('archive.git')));
    await server.close();
    rmSync(root, { recursive: true });
    expect(failure.code).toBe('tls-failed');
  });

  it('gives up on a server that accepts and then is silent', async () => {
    const server = createTcpServer();
    const url = await listening(server);
    const failure = await failureOf(createMemoryLibrary().sync(url, { stallTimeoutMs: 60 }));
    server.close();
    expect(failure.code).toBe('timed-out');
  });

  it.each(['hang=0/', 'hang=100/'])('gives up on a server that goes silent while it sends: %s', async (faults) => {
    const { repository, urlWith } = bed.makeRepository();
    repository.commit({ 'a.md': 'one' });
    const failure = await failureOf(createMemoryLibrary().sync(urlWith(faults), { stallTimeoutMs: 400 }));
    expect(failure.code).toBe('timed-out');
  });

  it('tells a page that answers in place of Git after the repository was found', async () => {
    const { repository, url } = bed.makeRepository();
    repository.commit({ 'a.md': 'one' });
    const portal = createHttpServer((request, response) => {
      if (request.method === 'POST') response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Pay here</p>');
      else void forward(url, request, response);
    });
    const failure = await failureOf(createMemoryLibrary().sync(await listening(portal)));
    portal.close();
    expect(failure.code).toBe('bad-response');
  });
});

describe('a kept connection', () => {
  it('that the server ends just when it is used again is replaced by a new one', async () => {
    const { repository, url } = bed.makeRepository();
    repository.commit({ 'a.md': 'one' });
    const used = new WeakSet<object>();
    const hasty = createHttpServer((request, response) => {
      if (used.has(request.socket)) request.socket.destroy();
      else void forward(url, request, response);
      used.add(request.socket);
    });
    const library = createMemoryLibrary();
    await library.sync(await listening(hasty));
    hasty.close();
    expect(library.text('a.md')).toBe('one');
  });
});

describe('cancelling', () => {
  it.each(['', 'delay=60000/', 'hang=50/'])('ends a sync at once, also behind %s', async (faults) => {
    const { repository, urlWith } = bed.makeRepository();
    repository.commit({ 'a.md': 'one' });
    const controller = new AbortController();
    const syncing = createMemoryLibrary().sync(urlWith(faults), {}, controller.signal);
    setTimeout(() => controller.abort(), faults === '' ? 0 : 150);
    expect(await failureOf(syncing)).toMatchObject({ code: 'cancelled' });
  });

  it('asks nothing where it came first', async () => {
    const { url } = bed.makeRepository();
    bed.server.count.requests = 0;
    expect(await failureOf(createMemoryLibrary().sync(url, {}, AbortSignal.abort()))).toMatchObject({ code: 'cancelled' });
    expect(bed.server.count.requests).toBe(0);
  });
});

describe('redirects and logins', () => {
  it.each([301, 302, 307, 308])('follows a redirect (%i) and posts to the new place', async (status) => {
    const { repository, urlWith } = bed.makeRepository();
    repository.commit({ 'a.md': 'one' });
    const library = createMemoryLibrary();
    await library.sync(urlWith(`redirect=${status}/`));
    expect(library.text('a.md')).toBe('one');
  });

  it('logs in with the name and password of the address', async () => {
    const { repository, urlWith } = bed.makeRepository();
    repository.commit({ 'a.md': 'one' });
    const library = createMemoryLibrary();
    await library.sync(urlWith('login=ann:s%20cret/').replace('http://', 'http://ann:s%20cret@'));
    expect(library.text('a.md')).toBe('one');
  });

  it('logs in with what the reader gave for the server, and says where it is wanted or refused', async () => {
    const { repository, urlWith } = bed.makeRepository();
    repository.commit({ 'a.md': 'one' });
    const url = urlWith('login=ann:secret/');
    const { origin } = new URL(url);
    const withLogin = (server: string, password: string) => ({
      network: { ...directNetwork, logins: [{ origin: server, userName: 'ann', password }] },
    });
    const library = createMemoryLibrary();
    await library.sync(url, withLogin(origin, 'secret'));
    expect(library.text('a.md')).toBe('one');
    const sync = (overrides: object) => failureOf(createMemoryLibrary().sync(url, overrides));
    expect((await sync({})).details).toMatchObject({ origin, login: 'missing' });
    expect((await sync(withLogin(origin, 'wrong'))).details).toMatchObject({ origin, login: 'refused' });
    expect((await sync(withLogin('https://other.example', 'secret'))).details).toMatchObject({ login: 'missing' });
  });

  it('never shows name or password in a failure', async () => {
    const { urlWith } = bed.makeRepository();
    const failures = await Promise.all([
      failureOf(createMemoryLibrary().sync(urlWith('login=ann:secret/').replace('http://', 'http://ann:wrong-secret@'))),
      failureOf(createMemoryLibrary().sync('http://ann:wrong-secret@nowhere.invalid/a.git')),
    ]);
    for (const failure of failures) {
      const shown = JSON.stringify([failure.message, failure.details, String((failure as unknown as Error).stack)]);
      expect(shown).not.toMatch(/ann|wrong-secret/);
    }
    expect(failures.map(({ code }) => code)).toStrictEqual(['origin-needs-login', 'host-not-found']);
  });

  it('understands answers that were compressed on the way', async () => {
    const { repository, urlWith } = bed.makeRepository();
    repository.commit({ 'a.md': 'one' });
    const library = createMemoryLibrary();
    await library.sync(urlWith('zip=1/'));
    expect(library.text('a.md')).toBe('one');
  });
});
