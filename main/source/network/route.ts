import type { ManualProxy } from '#preload/contract/network-types.ts';

/** A proxy to be gone through. */
export interface ProxyServer {
  readonly kind: ManualProxy['kind'];
  /** IPv6 without brackets. */
  readonly host: string;
  readonly port: number;
  readonly login: { readonly userName: string; readonly password: string } | null;
}

/** The way to a host. */
export type Route = { readonly kind: 'direct' } | ProxyServer;

export const directRoute: Route = { kind: 'direct' };

/** Whether the proxy itself reads the request and answers on behalf of the host, rather than letting it through unseen. */
export function isReadByProxy(route: Route, url: URL): route is ProxyServer {
  return url.protocol === 'http:' && (route.kind === 'http' || route.kind === 'https');
}

/** `host:port`, for messages: never the login. */
export function proxyName({ host, port }: ProxyServer): string {
  return `${bracketed(host)}:${port}`;
}

/** Equal for equal routes. Holds the login: to be kept in memory alone. */
export function routeKey(route: Route): string {
  return JSON.stringify(route);
}

/** As a URL or a `Host` header has it. */
export function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

/** As a socket wants it. */
export function unbracketed(host: string): string {
  return host.replace(/^\[(.*)\]$/, '$1');
}

/** Where a URL leads, with the usual port where it names none. */
export function placeOf(url: URL): { readonly host: string; readonly port: number } {
  return { host: unbracketed(url.hostname), port: url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port) };
}
