import { request as requestHttp } from 'node:http';
import type { Socket } from 'node:net';
import { SocksClient } from 'socks';
import type { SourceFailure } from '../source.ts';
import { connectToProxy, type ConnectContext } from './connect-to-proxy.ts';
import { proxyFailure, proxyLoginFailure, proxyRefusal } from './proxy-failure.ts';
import { bracketed, type ProxyServer } from './route.ts';

export interface Place {
  /** A name is passed on as it is: the proxy looks it up. IPv6 without brackets. */
  readonly host: string;
  readonly port: number;
}

/** A connection to `place` through the proxy. Throws 'proxy-failed', 'proxy-needs-login' or 'proxy-refused'. */
export async function openTunnel(proxy: ProxyServer, place: Place, context: ConnectContext): Promise<Socket> {
  return digTunnel(proxy, place, await connectToProxy(proxy, context), context.signal);
}

/** The same over a connection to the proxy, which is ended where this fails. */
export async function digTunnel(proxy: ProxyServer, place: Place, socket: Socket, signal: AbortSignal): Promise<Socket> {
  const abort = (): void => void socket.destroy();
  signal.addEventListener('abort', abort, { once: true });
  if (signal.aborted) abort();
  try {
    await (proxy.kind === 'socks5' ? askSocks(proxy, place, socket) : askHttp(proxy, place, socket));
    return socket;
  } catch (error) {
    socket.destroy();
    throw error;
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

/** `Proxy-Authorization`, where the proxy has a login. */
export function proxyAuthorization({ login }: ProxyServer): Readonly<Record<string, string>> {
  if (login === null) return {};
  return { 'proxy-authorization': `Basic ${Buffer.from(`${login.userName}:${login.password}`).toString('base64')}` };
}

/**
 * Node's own client speaks to the proxy, over a connection of ours, so that an abort ends it and a refusal of the proxy is
 * never taken for an answer of the host.
 */
function askHttp(proxy: ProxyServer, { host, port }: Place, socket: Socket): Promise<void> {
  const authority = `${bracketed(host)}:${port}`;
  return new Promise((resolve, reject) => {
    const asking = requestHttp({
      method: 'CONNECT',
      path: authority,
      headers: { host: authority, connection: 'keep-alive', ...proxyAuthorization(proxy) },
      createConnection: () => socket,
    });
    asking.once('connect', ({ statusCode = 0 }, _socket, head) => {
      if (statusCode === 407) reject(proxyLoginFailure(proxy));
      else if (statusCode < 200 || statusCode > 299) reject(proxyRefusal(proxy, host, statusCode));
      else {
        if (head.length > 0) socket.unshift(head);
        resolve();
      }
    });
    asking.on('error', (error) => reject(proxyFailure(proxy, error)));
    asking.end();
  });
}

/** Beyond the patience of every caller; the library keeps a timer that long. */
const maximumHandshakeMs = 120_000;

async function askSocks(proxy: ProxyServer, place: Place, socket: Socket): Promise<void> {
  const { login } = proxy;
  try {
    await SocksClient.createConnection({
      command: 'connect',
      existing_socket: socket,
      proxy: { host: proxy.host, port: proxy.port, type: 5, ...(login && { userId: login.userName, password: login.password }) },
      destination: { host: place.host, port: place.port },
      timeout: maximumHandshakeMs,
    });
  } catch (error) {
    throw socksFailure(proxy, place.host, error);
  }
}

/** The library tells its errors apart by their words alone, and hands the password back with them: only the words are kept. */
function socksFailure(proxy: ProxyServer, host: string, error: unknown): SourceFailure {
  const words = error instanceof Error ? error.message : '';
  if (/authentication failed|no accepted authentication/i.test(words)) return proxyLoginFailure(proxy);
  const refusal = /rejected connection(?: - (?<reason>\w+))?/.exec(words);
  if (refusal !== null) return proxyRefusal(proxy, host, refusal.groups?.['reason'] ?? 'unknown');
  return proxyFailure(
    proxy,
    Object.assign(new Error('no tunnel'), { code: /\b(?<code>E[A-Z]+)\b/.exec(words)?.groups?.['code'] ?? 'SOCKS' }),
  );
}
