import { proxyName, type Route } from '../network/route.ts';
import type { Traffic, TrafficWatch } from '../network/traffic.ts';
import type { HttpRequest } from './node-http.ts';

/** Counts what one request brings, and tells it in portions: a watch is not told of every chunk. */
export interface Account {
  receive(bytes: number): void;
  close(): void;
}

const portionBytes = 256 * 1024;

/** What the host is sent: the line, the headers, the body. What TLS and a proxy add is not counted. */
function sizeOf({ method, url, headers, body }: HttpRequest): number {
  const head = [`${method} ${url.pathname}${url.search} HTTP/1.1`, `host: ${url.host}`, 'connection: keep-alive'];
  const lines = [...head, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`), '', ''];
  return Buffer.byteLength(lines.join('\r\n')) + (body?.length ?? 0);
}

/** The request itself is told at once: whether or not anybody answers, somebody is being asked. */
export function openAccount(watch: TrafficWatch | undefined, request: HttpRequest, route: Route): Account {
  const { url } = request;
  const via = route.kind === 'direct' ? null : proxyName(route);
  const tell = (traffic: Pick<Traffic, 'requests' | 'bytesDown' | 'bytesUp'>): void =>
    watch?.note({ host: url.host, via, purpose: watch.purpose, ...traffic });
  tell({ requests: 1, bytesDown: 0, bytesUp: sizeOf(request) });
  let untold = 0;
  const flush = (): void => {
    if (untold > 0) tell({ requests: 0, bytesDown: untold, bytesUp: 0 });
    untold = 0;
  };
  return {
    receive: (bytes) => {
      untold += bytes;
      if (untold >= portionBytes) flush();
    },
    close: flush,
  };
}
