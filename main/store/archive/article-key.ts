const trackingParameter = /^(?:utm_.*|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|spm|_ga)$/iu;
/** Archives add `?t=<time>` to defeat caches; a short `t` can be the number of a topic, which is part of the address. */
const timeStamp = /^(?:\d{8,})?$/u;

function isTracking([name, value]: readonly [string, string]): boolean {
  return trackingParameter.test(name) || (name.toLowerCase() === 't' && timeStamp.test(value));
}

function plainHost(url: URL): string {
  const host = url.hostname.replace(/^www\./u, '').replace(/\.$/u, '');
  return url.port === '' || url.port === '80' || url.port === '443' ? host : `${host}:${url.port}`;
}

/**
 * One spelling for all spellings of an address: `//host/path?query` without scheme, `www.`, default port, fragment, trailing
 * slash and tracking parameters. Null for what is no web address and for the bare front page of a site, which many pages
 * give as their origin.
 */
export function normaliseAddress(address: string): string | null {
  let url: URL;
  try {
    url = new URL(address.trim());
  } catch {
    return null;
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  const parameters = new URLSearchParams([...url.searchParams].filter((parameter) => !isTracking(parameter)));
  parameters.sort();
  const query = parameters.toString();
  const path = url.pathname.replace(/\/+$/u, '').replaceAll(/%[0-9a-f]{2}/giu, (escape) => escape.toUpperCase());
  if (path === '' && query === '') return null;
  return `//${plainHost(url)}${path}${query === '' ? '' : `?${query}`}`;
}

/** The identity of an article. An archive id holds neither `/` nor `:`, so the two kinds of key cannot meet. */
export function articleKey(archiveId: string, path: string, originalUrl: string | null): string {
  return (originalUrl === null ? null : normaliseAddress(originalUrl)) ?? `${archiveId}:${path}`;
}
