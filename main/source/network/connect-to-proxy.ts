import { connect as connectPlainly, isIP, type Socket } from 'node:net';
import { connect as connectTls, type SecureContext } from 'node:tls';
import { SourceFailure } from '../source.ts';
import { proxyFailure } from './proxy-failure.ts';
import type { ProxyServer } from './route.ts';

/** What opening a connection needs. An abort ends it at once, whatever it waits for. */
export interface ConnectContext {
  readonly trust: SecureContext | null;
  /** How long the proxy itself may take to be there. */
  readonly connectTimeoutMs: number;
  readonly signal: AbortSignal;
}

/** A connection to the proxy itself. The proxy's is the only name that is looked up here. Throws 'proxy-failed'. */
export function connectToProxy(proxy: ProxyServer, { trust, connectTimeoutMs, signal }: ConnectContext): Promise<Socket> {
  const { host, port } = proxy;
  const isTls = proxy.kind === 'https';
  const socket = isTls
    ? connectTls({ host, port, ...(isIP(host) === 0 && { servername: host }), ...(trust && { secureContext: trust }) })
    : connectPlainly({ host, port });
  socket.setNoDelay(true);
  return new Promise((resolve, reject) => {
    const abort = (): void => void socket.destroy(new SourceFailure('cancelled', 'cancelled'));
    const timer = setTimeout(() => socket.destroy(new SourceFailure('timed-out', 'no answer')), connectTimeoutMs);
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
    };
    socket.once(isTls ? 'secureConnect' : 'connect', () => {
      end();
      resolve(socket);
    });
    // For good: between the hands that a connection goes through, nobody else may be listening.
    socket.on('error', (error: Error) => reject(proxyFailure(proxy, error)));
    socket.once('close', end);
    signal.addEventListener('abort', abort, { once: true });
    if (signal.aborted) abort();
  });
}
