const trackingParameter =
  /^(?:utm_.*|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|li_fat_id|mc_[ce]id|mkt_tok|_hs(?:enc|mi)|spm|spm_id_from|vd_source|share_token|sharer_.*|isappinstalled|nsukey|chksm|ref_src|ref_url|cmpid|ocid|xtor|at_(?:medium|campaign|custom\d?)|__twitter_impression|_ga|_gl)$/iu;
/** `?t=<seconds since 1970>`, or finer, defeats caches; any other `t` can be the number of a topic, part of the address. */
const timeStamp = /^\d{10,}$/u;
/** The same page for small screens, printed by the same publisher. */
const variantHost = /^(?:www|m|mobile|amp|wap)\.(?=[^.]+\.[^.]+)/u;
/** `en.m.wikipedia.org`. */
const variantLabel = /(?<=^[a-z-]{2,10})\.m(?=\.[^.]+\.[^.]+$)/u;
const defaultPage = /\/(?:index|default)\.(?:s?html?|php|aspx?|jsp)$/iu;
const ampPath = /\/amp$|\.amp(?=\.html?$|$)/iu;
/** Where an application in the page decides by the fragment, it is part of the address. */
const routingFragment = /^#!?\//u;

function isTracking([name, value]: readonly [string, string]): boolean {
  if (trackingParameter.test(name)) return true;
  const lowerName = name.toLowerCase();
  return (lowerName === 't' && timeStamp.test(value)) || (lowerName === 'amp' && /^(?:1|true)?$/u.test(value));
}

function plainHost(url: URL): string {
  const isNumber = /^[\d.]+$/u.test(url.hostname);
  const host = isNumber ? url.hostname : withoutVariants(url.hostname.replace(/\.$/u, ''));
  return url.port === '' || url.port === '80' || url.port === '443' ? host : `${host}:${url.port}`;
}

function withoutVariants(host: string): string {
  return host
    .replace(/^www\.(?=[^.])/u, '')
    .replace(variantHost, '')
    .replace(variantLabel, '');
}

function plainPath(url: URL): string {
  let path = url.pathname.replaceAll(/\/{2,}/gu, '/');
  for (let longer = ''; longer !== path;) {
    longer = path;
    path = path.replace(/\/$/u, '').replace(defaultPage, '').replace(ampPath, '');
  }
  return path.replaceAll(/%[0-9a-f]{2}/giu, (escape) => escape.toUpperCase());
}

/**
 * One spelling for all spellings of an address: `//host/path?query` without scheme, `www.`, `m.`, default port, fragment,
 * `index.html`, `/amp`, trailing slash and tracking parameters. Folders stay as they are: the same article in another script
 * (`/gb/`, `/b5/`) has another text. Null for what is no web address and for the bare front page of a site, which many pages
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
  const path = plainPath(url);
  const fragment = routingFragment.test(url.hash) ? url.hash : '';
  if (path === '' && query === '' && fragment === '') return null;
  return `//${plainHost(url)}${path}${query === '' ? '' : `?${query}`}${fragment}`;
}

/** The identity of an article. An archive id holds neither `/` nor `:`, so the two kinds of key cannot meet. */
export function articleKey(archiveId: string, path: string, originalUrl: string | null): string {
  return (originalUrl === null ? null : normaliseAddress(originalUrl)) ?? `${archiveId}:${path}`;
}
