import { getProxyForUrl } from 'proxy-from-env';
import { readProxyAddress } from './read-proxies.ts';
import type { ProxyServer } from './route.ts';

/**
 * The proxy that the environment names for an address (`HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY`, in small or capital letters),
 * unless `NO_PROXY` exempts the host. Null where there is none. Throws 'proxy-failed'.
 */
export function proxyFromEnvironment(url: URL): ProxyServer | null {
  const found = getProxyForUrl(url.href).trim();
  if (found === '') return null;
  // Where the variable names no scheme the library puts that of the address there; everybody else means a plain proxy.
  const isAsWritten = Object.values(process.env).some((value) => value?.trim() === found);
  return readProxyAddress(isAsWritten ? found : found.replace(/^https:/, 'http:'));
}
