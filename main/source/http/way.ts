import { type ClientRequest, Agent as HttpAgent, request as requestHttp, type RequestOptions } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { SecureContext } from 'node:tls';
import { connectToProxy } from '../network/connect-to-proxy.ts';
import { openTunnel, type Place, proxyAuthorization } from '../network/open-tunnel.ts';
import { isReadByProxy, type ProxyServer, type Route, unbracketed } from '../network/route.ts';
import type { HttpRequest } from './node-http.ts';

/** The kept connections along one route. */
export interface Way {
  readonly route: Route;
  /** A request that is not yet sent. `signal` ends the opening of a connection for it. */
  open(request: HttpRequest, signal: AbortSignal): ClientRequest;
  close(): void;
}

/** Besides, a proxy is given less time to be there than a host to answer: another one may be named after it. */
const maximumConnectMs = 15_000;

/**
 * Agents of our own: the global agent of Node ends a connection that is idle for 5 s, which is less than a server needs to
 * prepare a large pack.
 */
export function createWay(route: Route, trust: SecureContext | null, stallTimeoutMs: number): Way {
  const http = new HttpAgent({ keepAlive: true });
  const https = new HttpsAgent({ keepAlive: true, ...(trust && { secureContext: trust }) });
  const toProxy = new HttpAgent({ keepAlive: true });
  if (route.kind !== 'direct') {
    const connectTimeoutMs = Math.min(maximumConnectMs, stallTimeoutMs / 2);
    const dig: Dig = ({ host, port }, signal) => openTunnel(route, { host, port }, { trust, connectTimeoutMs, signal });
    digThrough(http, dig);
    digThrough(https, dig);
    digThrough(toProxy, (_place, signal) => connectToProxy(route, { trust, connectTimeoutMs, signal }));
  }
  return {
    route,
    open(request, signal) {
      const { url } = request;
      const options: TunnelledOptions = { method: request.method, headers: headersOf(request), connectSignal: signal };
      if (isReadByProxy(route, url)) return askProxy(url, { ...options, agent: toProxy }, route);
      return url.protocol === 'https:'
        ? requestHttps(url, { ...options, agent: https })
        : requestHttp(url, { ...options, agent: http });
    },
    close() {
      for (const agent of [http, https, toProxy]) agent.destroy();
    },
  };
}

/** Node hands the options of a request on to whoever opens a connection for it, all but its own `signal`. */
interface TunnelledOptions extends RequestOptions {
  readonly headers: Record<string, string>;
  readonly connectSignal: AbortSignal;
}

function headersOf({ headers, body }: HttpRequest): Record<string, string> {
  return { ...headers, ...(body && { 'content-length': String(body.length) }) };
}

/** `GET http://host/path`, as proxies want what they can read. */
function askProxy({ host, pathname, search }: URL, options: TunnelledOptions, proxy: ProxyServer): ClientRequest {
  const path = `http://${host}${pathname}${search}`;
  const headers = { ...options.headers, host, ...proxyAuthorization(proxy) };
  return requestHttp({ ...options, host: proxy.host, port: proxy.port, path, headers });
}

type Dig = (place: Place, signal: AbortSignal) => Promise<Socket>;
type OnConnected = (error: Error | null, stream: Duplex) => void;

/** Has an agent open its connections by `dig`. TLS, where there is any, is with the host at the other end. */
function digThrough(agent: HttpAgent | HttpsAgent, dig: Dig): void {
  const isTls = agent instanceof HttpsAgent;
  const secure = isTls ? agent.createConnection.bind(agent) : null;
  agent.createConnection = (options: RequestOptions, onConnected?: OnConnected): undefined => {
    const { connectSignal } = options as TunnelledOptions;
    const place = { host: unbracketed(options.host ?? 'localhost'), port: Number(options.port ?? (isTls ? 443 : 80)) };
    dig(place, connectSignal)
      .then((tunnel) => secure?.({ ...options, socket: tunnel } as RequestOptions) ?? tunnel)
      .then(
        (stream) => onConnected?.(null, stream),
        // Node looks at the error first, and then at nothing else.
        (error: unknown) => onConnected?.(error as Error, null as unknown as Duplex),
      );
  };
}
