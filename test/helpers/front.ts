import { connect, createServer } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import type { KeyPair } from './certificates.ts';
import { join, type Listening, listen } from './listening.ts';

/** A door before a server, which counts who comes in, and speaks TLS where it has a certificate. */
export function startFront(port: number, keys?: KeyPair): Promise<Listening> {
  const server = keys
    ? createTlsServer({ ...keys }, (socket) => join(socket, connect(port, '127.0.0.1')))
    : createServer((socket) => join(socket, connect(port, '127.0.0.1')));
  if (keys) server.on('tlsClientError', (_error, socket: { destroy(): void }) => socket.destroy());
  return listen(server);
}
