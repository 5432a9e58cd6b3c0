import { withPatience } from '../http/patience.ts';
import type { NetworkSetting, ProxyChoice } from '#preload/contract/network-types.ts';
import { SourceFailure } from '../source.ts';
import { proxyFromEnvironment } from './environment-proxy.ts';
import { directNetwork, type Network } from './network.ts';
import { loadProxyScript, type ProxyScript } from './proxy-script.ts';
import { readProxyList } from './read-proxies.ts';
import { directRoute, type Route, unbracketed } from './route.ts';
import type { TrafficWatch } from './traffic.ts';
import { trustWith } from './trusted-certificates.ts';

/** What the system's own settings say for an address, as `PROXY host:port; DIRECT`. */
export type ResolveSystemProxy = (url: string) => Promise<string>;

const maximumResolvingMs = 60_000;

/**
 * Nothing is read or asked before it is needed. What is read is kept, so a changed setting wants a new network.
 * `resolveSystemProxy`: null where nobody can tell; then the environment is the system. `watch` is told of all that goes over it.
 */
export function createNetwork(
  { proxy, extraCaFile }: NetworkSetting,
  resolveSystemProxy: ResolveSystemProxy | null,
  watch?: TrafficWatch,
): Network {
  const trust = extraCaFile === null ? (): Promise<null> => Promise.resolve(null) : once(() => trustWith(extraCaFile));
  const straight: Network = { ...directNetwork, trust, ...(watch && { watch }) };
  const find = routeFinder(proxy, resolveSystemProxy, straight);
  return {
    trust,
    ...(watch && { watch }),
    routesTo: (url, signal) =>
      withPatience(find(url), { signal, stallTimeoutMs: maximumResolvingMs, host: url.hostname }, () => undefined),
  };
}

type FindRoutes = (url: URL) => Promise<readonly Route[]>;

function routeFinder(choice: ProxyChoice, resolveSystemProxy: ResolveSystemProxy | null, straight: Network): FindRoutes {
  if (choice.kind === 'system') return systemFinder(resolveSystemProxy);
  if (choice.kind === 'none') return () => Promise.resolve([directRoute]);
  if (choice.kind === 'pac') {
    const load = once<ProxyScript>(() => loadProxyScript(choice.url, straight));
    return perOrigin(async (url) => readProxyList(await (await load())(url)));
  }
  const { kind, host, port, username = '', password = '' } = choice;
  const login = username === '' && password === '' ? null : { userName: username, password };
  const route: Route = { kind, host: unbracketed(host), port, login };
  return () => Promise.resolve([route]);
}

/** Where the system says to go straight ahead, a proxy of the environment is still gone through: somebody meant it. */
function systemFinder(resolveSystemProxy: ResolveSystemProxy | null): FindRoutes {
  return perOrigin(async (url) => {
    const routes = resolveSystemProxy === null ? [directRoute] : await askSystem(url, resolveSystemProxy);
    const named = routes[0]?.kind === 'direct' ? proxyFromEnvironment(url) : null;
    return named === null ? routes : [named];
  });
}

async function askSystem(url: URL, resolveSystemProxy: ResolveSystemProxy): Promise<readonly Route[]> {
  const answer = await resolveSystemProxy(`${url.origin}/`).catch(() => {
    throw new SourceFailure('proxy-failed', 'the system did not say which proxy to use', { reason: 'system' });
  });
  return readProxyList(answer);
}

/** Only scheme, host and port are told to whoever chooses, so an answer holds for all addresses of a host. */
function perOrigin(find: FindRoutes): FindRoutes {
  const known = new Map<string, () => Promise<readonly Route[]>>();
  return (url) => {
    const ask = known.get(url.origin) ?? once(() => find(url));
    known.set(url.origin, ask);
    return ask();
  };
}

/** Does the work once; again only after a failure. */
function once<Result>(work: () => Promise<Result>): () => Promise<Result> {
  let doing: Promise<Result> | null = null;
  return () => {
    doing ??= work().catch((error: unknown) => {
      doing = null;
      throw error;
    });
    return doing;
  };
}
