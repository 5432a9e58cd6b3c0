import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type PictureHandler = (request: IncomingMessage, response: ServerResponse, visit: number) => void;

export interface PictureServer {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  readonly port: number;
  urlOf(path: string): string;
  /** What was asked for, in order. */
  readonly requests: readonly { readonly path: string; readonly headers: IncomingMessage['headers'] }[];
  /** Requests to a path so far. */
  visits(path: string): number;
  /** The most that were being answered at once. */
  readonly peak: number;
  /** Connections made so far. */
  readonly connections: number;
  close(): Promise<void>;
}

/** A server of pictures over real HTTP. A path without a handler is not found; `visit` counts from 1 for each path. */
export async function startPictureServer(handlers: Readonly<Record<string, PictureHandler>>): Promise<PictureServer> {
  const requests: { path: string; headers: IncomingMessage['headers'] }[] = [];
  let running = 0;
  let peak = 0;
  let connections = 0;
  const visits = (path: string): number => requests.filter((request) => request.path === path).length;
  const server = createServer((request, response) => {
    const path = (request.url ?? '').split('?', 1)[0] ?? '';
    requests.push({ path, headers: request.headers });
    running += 1;
    peak = Math.max(peak, running);
    response.once('close', () => (running -= 1));
    const handler = handlers[path] ?? handlers['*'];
    if (handler) handler(request, response, visits(path));
    else response.writeHead(404).end('nothing here');
  });
  server.on('connection', () => (connections += 1));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    port,
    urlOf: (path) => origin + path,
    requests,
    visits,
    get peak() {
      return peak;
    },
    get connections() {
      return connections;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Whole and well. */
export function sendPicture(bytes: Uint8Array, headers: Readonly<Record<string, string>> = {}): PictureHandler {
  return (_request, response) => {
    response.writeHead(200, { 'content-type': 'image/png', 'content-length': String(bytes.length), ...headers }).end(bytes);
  };
}

export function sendStatus(status: number, headers: Readonly<Record<string, string>> = {}): PictureHandler {
  return (_request, response) => void response.writeHead(status, headers).end();
}

/** The first answers as given, the last of them for good. */
export function inOrder(...handlers: readonly PictureHandler[]): PictureHandler {
  return (request, response, visit) => handlers[Math.min(visit, handlers.length) - 1]?.(request, response, visit);
}

/** Promises all of the bytes and breaks the connection after some. */
export function breakOff(bytes: Uint8Array, afterBytes: number): PictureHandler {
  return (_request, response) => {
    response.writeHead(200, { 'content-length': String(bytes.length) });
    response.write(bytes.subarray(0, afterBytes), () => response.socket?.resetAndDestroy());
  };
}

/** Sends some of the bytes and then nothing, for ever. */
export function fallSilent(bytes: Uint8Array, afterBytes: number): PictureHandler {
  return (_request, response) => {
    response.writeHead(200, { 'content-length': String(bytes.length) });
    response.write(bytes.subarray(0, afterBytes));
  };
}
