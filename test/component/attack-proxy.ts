import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export const attackOrigin = 'http://attack.example';
export const answerAddress = `${attackOrigin}/answer`;

export interface AttackDocument {
  readonly bytes: Uint8Array;
  readonly contentType: string;
}

export interface AttackProxy {
  readonly port: number;
  /** What the start page sends when its task is done. */
  readonly answer: Promise<string>;
  close(): void;
}

export function htmlDocument(html: string): AttackDocument {
  return { bytes: new TextEncoder().encode(html), contentType: 'text/html; charset=utf-8' };
}

/** All that a browser can reach: the documents, and an attacker's host by any name. `note` is told every address. */
export async function openAttackProxy(
  documentAt: (url: string) => AttackDocument | undefined,
  note: (url: string) => void,
): Promise<AttackProxy> {
  let give: (outcome: string) => void = () => undefined;
  const answer = new Promise<string>((resolve) => (give = resolve));
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = request.url ?? '';
    const document = documentAt(url);
    if (url === answerAddress && request.method === 'POST') {
      const chunks = await request.toArray();
      response.end();
      give(Buffer.concat(chunks as Buffer[]).toString('utf8'));
    } else if (document) response.writeHead(200, { 'content-type': document.contentType }).end(document.bytes);
    else {
      note(url);
      answerAttack(url, request.headers.accept ?? '', response);
    }
  };
  const server = createServer((request, response) => void serve(request, response));
  // What is encrypted, and every socket: the host is known, and that is enough.
  server.on('connect', (request: IncomingMessage, socket) => {
    note(`connect:${request.url ?? ''}`);
    socket.on('error', () => socket.destroy());
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = (): void => {
    server.closeAllConnections();
    server.close();
  };
  return { port: (server.address() as AddressInfo).port, answer, close };
}

/** The attacker's own host: its scripts run, its frames are empty, its pictures are broken. */
function answerAttack(url: string, accept: string, response: ServerResponse): void {
  const [, number = ''] = /\/\/v(\d+)\.example/u.exec(url) ?? [];
  const isFrame = accept.includes('text/html');
  const type = isFrame ? 'text/html' : accept.startsWith('text/css') ? 'text/css' : 'text/javascript';
  response.writeHead(200, { 'content-type': type }).end(isFrame ? '<!doctype html>' : number && `x(${number})`);
}
