import { networkFailure } from '../http/network-failure.ts';
import { SourceFailure } from '../source.ts';
import { proxyName, type ProxyServer } from './route.ts';

/** The proxy itself is not to be had. `error` is what the socket said; a failure of ours, but for a timeout, stays what it is. */
export function proxyFailure(proxy: ProxyServer, error: unknown): SourceFailure {
  if (error instanceof SourceFailure && error.code !== 'timed-out') return error;
  const reason = error instanceof SourceFailure ? error.code : (networkFailure(error, proxy.host).details['reason'] ?? 'unknown');
  const name = proxyName(proxy);
  return new SourceFailure('proxy-failed', `the proxy ${name} cannot be reached (${reason})`, { proxy: name, reason });
}

/** The proxy wants a name and a password, or others than those it was given. */
export function proxyLoginFailure(proxy: ProxyServer): SourceFailure {
  const name = proxyName(proxy);
  const message = proxy.login === null ? `the proxy ${name} asks for a login` : `the proxy ${name} does not accept the login`;
  return new SourceFailure('proxy-needs-login', message, { proxy: name });
}

/** The proxy answers, but does not connect to the host: it may not, or the host is not to be had from there either. */
export function proxyRefusal(proxy: ProxyServer, host: string, reason: string | number): SourceFailure {
  const name = proxyName(proxy);
  return new SourceFailure('proxy-refused', `the proxy ${name} did not connect to ${host} (${reason})`, {
    proxy: name,
    host,
    reason,
  });
}
