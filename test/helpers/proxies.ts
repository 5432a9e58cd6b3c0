import { once } from 'node:events';
import { createServer, type IncomingMessage, request as requestHttp, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { connect, createServer as createPlainServer, type Socket } from 'node:net';
import type { KeyPair } from './certificates.ts';
import { join, type Listening, listen } from './listening.ts';

interface ProxyOptions {
  /** Ports of this machine under the names that only the proxy knows; other names do not exist. */
  readonly hosts?: Readonly<Record<string, number>>;
  /** `name:password`. */
  readonly login?: string;
}

export interface Proxy extends Listening {
  /** What it was asked for, in order: `news.example:443`, or the whole address where it reads the request. */
  readonly asked: readonly string[];
}

type Place = { readonly host: string; readonly port: number };

function placeFor({ host, port }: Place, { hosts = {} }: ProxyOptions): Place | null {
  const known = hosts[host];
  if (known !== undefined) return { host: '127.0.0.1', port: known };
  return host === '127.0.0.1' || host === '::1' ? { host, port } : null;
}

interface HttpProxyOptions extends ProxyOptions {
  readonly keys?: KeyPair;
  /** A status that answers every request. */
  readonly refusal?: number;
}

/** A proxy that speaks HTTP: tunnels with CONNECT, and requests for `http:` addresses that it reads. */
export async function startHttpProxy(options: HttpProxyOptions = {}): Promise<Proxy> {
  const asked: string[] = [];
  const { keys, login, refusal } = options;
  const wanted = login === undefined ? undefined : `Basic ${Buffer.from(login).toString('base64')}`;
  const refusalOf = (request: IncomingMessage): number | undefined =>
    wanted === undefined || request.headers['proxy-authorization'] === wanted ? refusal : 407;

  function pass(request: IncomingMessage, response: ServerResponse): void {
    asked.push(request.url ?? '');
    const status = refusalOf(request);
    const url = new URL(request.url ?? '');
    const place = placeFor({ host: url.hostname, port: Number(url.port || 80) }, options);
    if (status !== undefined || place === null) return void response.writeHead(status ?? 502).end();
    const { 'proxy-authorization': _login, ...headers } = request.headers;
    const onward = requestHttp({ ...place, method: request.method, path: url.pathname + url.search, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  }
  const server = keys ? createTlsServer({ ...keys }, pass) : createServer(pass);
  server.on('tlsClientError', (_error: Error, socket: Socket) => socket.destroy());
  server.on('connect', (request: IncomingMessage, socket: Socket) => {
    asked.push(request.url ?? '');
    const [, host = '', port = ''] = /^\[?(.*?)\]?:(\d+)$/.exec(request.url ?? '') ?? [];
    const status = refusalOf(request);
    const place = placeFor({ host, port: Number(port) }, options);
    if (status !== undefined || place === null)
      return void socket.end(`HTTP/1.1 ${status ?? 502} No\r\ncontent-length: 0\r\n\r\n`);
    socket.write('HTTP/1.1 200 Connected\r\n\r\n');
    join(socket, connect(place));
  });
  return Object.assign(await listen(server), { asked });
}

/** SOCKS 5 with the command CONNECT and, where it has a login, name and password (RFC 1928, RFC 1929). */
export async function startSocksProxy(options: ProxyOptions = {}): Promise<Proxy> {
  const asked: string[] = [];
  const server = createPlainServer((socket) => {
    speakSocks(socket, options, asked).catch(() => socket.destroy());
  });
  return Object.assign(await listen(server), { asked });
}

async function speakSocks(socket: Socket, options: ProxyOptions, asked: string[]): Promise<void> {
  const take = reader(socket);
  const [, methodCount = 0] = await take(2);
  const methods = await take(methodCount);
  const method = options.login === undefined ? 0 : 2;
  socket.write(Buffer.from([5, methods.includes(method) ? method : 255]));
  if (method === 2) {
    const [, nameLength = 0] = await take(2);
    const name = (await take(nameLength)).toString();
    const [passwordLength = 0] = await take(1);
    const isRight = `${name}:${(await take(passwordLength)).toString()}` === options.login;
    socket.write(Buffer.from([1, isRight ? 0 : 1]));
    if (!isRight) return void socket.end();
  }
  const [, , , type] = await take(4);
  const host = await readHost(type ?? 0, take);
  const port = (await take(2)).readUInt16BE();
  asked.push(`${host}:${port}`);
  const place = placeFor({ host, port }, options);
  const reply = (status: number): Buffer => Buffer.from([5, status, 0, 1, 0, 0, 0, 0, 0, 0]);
  if (place === null) return void socket.end(reply(4));
  const target = connect(place);
  target.once('error', () => socket.end(reply(5)));
  target.once('connect', () => {
    socket.write(reply(0));
    join(socket, target);
  });
}

async function readHost(type: number, take: (length: number) => Promise<Buffer>): Promise<string> {
  if (type === 1) return (await take(4)).join('.');
  if (type === 4) return (await take(16)).toString('hex');
  const [length = 0] = await take(1);
  return (await take(length)).toString();
}

/** Takes bytes by length. Whoever speaks SOCKS waits for each answer, so nothing is left over for what comes after. */
function reader(socket: Socket): (length: number) => Promise<Buffer> {
  let bytes = Buffer.alloc(0);
  return async (length) => {
    while (bytes.length < length) {
      const more = socket.read() as Buffer | null;
      if (more === null) await once(socket, 'readable');
      else bytes = Buffer.concat([bytes, more]);
    }
    const taken = bytes.subarray(0, length);
    bytes = bytes.subarray(length);
    return taken;
  };
}
