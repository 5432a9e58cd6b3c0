import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { hermeticGitEnvironment } from './git-repository.ts';
import { sendWithFaults } from './send-with-faults.ts';

export interface GitServerCount {
  requests: number;
  /** Of the bodies of answers. */
  bytesOut: number;
  /** All that was sent, heads and every fault included. */
  readonly wireBytesOut: number;
  /** Bodies of requests, in order, as sent. */
  readonly bodies: Buffer[];
}

export interface GitServer {
  /**
   * Address of a repository below the server's folder. `faults` go before it, like `cut=1000/`:
   * to packs: `cut=BYTES`, `hang=BYTES`, `flip=BYTE`, `end=BYTES` (as if it were all), `drip=BYTES` (then one every 20 ms),
   * `slow=BYTES_PER_SECOND`, `page=1` (HTML in place of the pack); to every answer: `status=CODE`, `delay=MS`, `redirect=CODE` (to the same place without), `loop=CODE` (to itself), `html=CODE`, `login=NAME:PASSWORD`, `zip=1`, `bomb=1`,
   * `old=1` (a server from before protocol version 2).
   */
  urlOf(repository: string, faults?: string): string;
  readonly count: GitServerCount;
  close(): Promise<void>;
}

interface Errand {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly path: string;
  readonly query: string;
  readonly faults: ReadonlyMap<string, string>;
  readonly count: GitServerCount;
}

/** Serves the bare repositories of a folder over smart HTTP, on a free port. */
export async function startGitServer(root: string, options: { readonly isTls?: boolean } = {}): Promise<GitServer> {
  const sockets: Socket[] = [];
  const count: GitServerCount = {
    requests: 0,
    bytesOut: 0,
    bodies: [],
    get wireBytesOut() {
      return sockets.reduce((sum, { bytesWritten }) => sum + bytesWritten, 0);
    },
  };
  const listener: RequestListener = (request, response) => {
    count.requests++;
    answer(root, request, response, count).catch((error: unknown) => response.destroy(error as Error));
  };
  const server: Server = options.isTls === true ? createTlsServer(selfSigned(), listener) : createServer(listener);
  server.on('connection', (socket: Socket) => sockets.push(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    count,
    urlOf: (repository, faults = '') => `${options.isTls === true ? 'https' : 'http'}://127.0.0.1:${port}/${faults}${repository}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function selfSigned(): { readonly key: Buffer; readonly cert: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-tls-'));
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  const words = [
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-days',
    '1',
    '-subj',
    '/CN=127.0.0.1',
    '-keyout',
    key,
    '-out',
    certificate,
  ];
  try {
    execFileSync('openssl', words, { stdio: 'ignore' });
    return { key: readFileSync(key), cert: readFileSync(certificate) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function answer(root: string, request: IncomingMessage, response: ServerResponse, count: GitServerCount): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const faults = new Map<string, string>();
  let path = decodeURIComponent(url.pathname);
  for (let match = faultAtStart(path); match !== null; match = faultAtStart(path)) {
    faults.set(match[1] ?? '', match[2] ?? '');
    path = match[3] ?? '/';
  }
  const errand = { request, response, path, query: url.search.slice(1), faults, count };
  const delay = faults.get('delay');
  if (delay !== undefined) await new Promise((resolve) => setTimeout(resolve, Number(delay)));
  if (!answerWithoutGit(errand)) await runBackend(root, errand);
}

function faultAtStart(path: string): RegExpExecArray | null {
  return /^\/([a-z]+)=([^/]+)(\/.*)$/.exec(path);
}

function answerWithoutGit({ request, response, path, query, faults }: Errand): boolean {
  const end = (status: number, headers: Record<string, string> = {}, body: string | Buffer = ''): true => {
    response.writeHead(status, headers).end(body);
    return true;
  };
  const fault = (name: string): number => Number(faults.get(name) ?? 0);
  if (fault('status') > 0) return end(fault('status'), fault('status') === 429 ? { 'retry-after': '7' } : {});
  if (fault('redirect') > 0) return end(fault('redirect'), { location: `${path}?${query}` });
  if (fault('loop') > 0) return end(fault('loop'), { location: request.url ?? '/' });
  if (fault('html') > 0) return end(fault('html'), { 'content-type': 'text/html' }, '<title>Welcome</title>');
  if (faults.has('bomb')) {
    const headers = { 'content-type': 'application/x-git-upload-pack-advertisement', 'content-encoding': 'gzip' };
    return end(200, headers, gzipSync(Buffer.from('0005a'.repeat(4_000_000))));
  }
  const login = faults.get('login');
  const expected = login === undefined ? undefined : `Basic ${Buffer.from(login).toString('base64')}`;
  if (expected !== undefined && request.headers.authorization !== expected) return end(401);
  return false;
}

async function runBackend(root: string, errand: Errand): Promise<void> {
  const { request, response, path, query, faults, count } = errand;
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  count.bodies.push(body);
  const header = (name: string): string => String(request.headers[name] ?? '');
  const backend = spawn('git', ['http-backend'], {
    env: {
      ...hermeticGitEnvironment,
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: path,
      QUERY_STRING: query,
      REQUEST_METHOD: request.method ?? 'GET',
      CONTENT_TYPE: header('content-type'),
      CONTENT_LENGTH: String(body.length),
      REMOTE_ADDR: '127.0.0.1',
      GIT_PROTOCOL: faults.has('old') ? '' : header('git-protocol'),
      HTTP_CONTENT_ENCODING: header('content-encoding'),
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  response.on('close', () => backend.kill());
  backend.stdin.on('error', () => undefined);
  backend.stdin.end(body);
  const isFetch = request.method === 'POST' && !body.includes('command=ls-refs');
  if (isFetch && faults.has('page')) {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Welcome</title>');
    return;
  }
  await sendWithFaults(backend.stdout, response, isFetch ? faults : new Map([['zip', faults.get('zip') ?? '']]), count);
}
