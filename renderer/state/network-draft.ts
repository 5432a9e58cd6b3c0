import type { NetworkSetting, ProxyChoice } from '#preload/contract/network-types.ts';

/** What stands in the fields of the network dialog; what a kind of proxy does not use is kept for the reader's next choice. */
export interface NetworkDraft {
  readonly kind: ProxyChoice['kind'];
  readonly host: string;
  readonly port: string;
  readonly username: string;
  readonly password: string;
  readonly script: string;
  readonly extraCaFile: string | null;
}

const proxyKinds: Readonly<Record<ProxyChoice['kind'], true>> = {
  system: true,
  none: true,
  http: true,
  https: true,
  socks5: true,
  pac: true,
};

/** In the order in which they are offered. */
export const draftKinds = Object.keys(proxyKinds).filter((kind): kind is ProxyChoice['kind'] => kind in proxyKinds);

export const isManual = (kind: ProxyChoice['kind']): kind is 'http' | 'https' | 'socks5' =>
  kind === 'http' || kind === 'https' || kind === 'socks5';

export const draftOf = ({ proxy, extraCaFile }: NetworkSetting): NetworkDraft => {
  const given = 'host' in proxy ? proxy : null;
  return {
    kind: proxy.kind,
    host: given?.host ?? '',
    port: given ? String(given.port) : '',
    username: given?.username ?? '',
    password: given?.password ?? '',
    script: proxy.kind === 'pac' ? proxy.url : '',
    extraCaFile,
  };
};

export type DraftProblem = 'host' | 'port' | 'script';

export type ReadDraft =
  { readonly ok: true; readonly setting: NetworkSetting } | { readonly ok: false; readonly missing: DraftProblem };

/** The setting that a draft means, or the first field that is not filled in as it must be. */
export const readDraft = (draft: NetworkDraft): ReadDraft => {
  const proxy = proxyOf(draft);
  return typeof proxy === 'string'
    ? { ok: false, missing: proxy }
    : { ok: true, setting: { proxy, extraCaFile: draft.extraCaFile } };
};

const proxyOf = ({ kind, host, port, username, password, script }: NetworkDraft): ProxyChoice | DraftProblem => {
  if (kind === 'pac') return /^(?:https?|file):/iu.test(script) && URL.canParse(script) ? { kind, url: script } : 'script';
  if (!isManual(kind)) return { kind };
  if (host === '' || /[\s/@]/u.test(host)) return 'host';
  if (!/^\d{1,5}$/u.test(port) || Number(port) < 1 || Number(port) > 65_535) return 'port';
  return {
    kind,
    host,
    port: Number(port),
    ...(username === '' ? {} : { username }),
    ...(password === '' ? {} : { password }),
  };
};
