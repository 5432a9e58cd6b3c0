import { decodePart } from '../decode-part.ts';
import { SourceFailure } from '../source.ts';
import { directRoute, type ProxyServer, type Route, unbracketed } from './route.ts';

const kindsByScheme: Readonly<Record<string, ProxyServer['kind']>> = {
  'http:': 'http',
  'https:': 'https',
  'socks:': 'socks5',
  'socks5:': 'socks5',
  'socks5h:': 'socks5',
};
const usualPorts = { http: 80, https: 443, socks5: 1080 } as const;

/** Never gone around: an unknown kind of proxy is a failure. The text is not shown, it may hold a password. */
function unknownProxy(): SourceFailure {
  return new SourceFailure('proxy-failed', 'the proxy that is set is of a kind that is not understood', {
    reason: 'unsupported',
  });
}

/** `http://name:password@host:port` and the like, as the environment has it. Throws 'proxy-failed'. */
export function readProxyAddress(text: string): ProxyServer {
  const kind = kindsByScheme[/^[a-z][a-z\d+.-]*:/i.exec(text)?.[0].toLowerCase() ?? ''];
  // With a scheme that URLs do not know, no port is taken for the usual one and left out.
  const address = text.replace(/^[^:]+:/, 'proxy:');
  if (kind === undefined || !URL.canParse(address)) throw unknownProxy();
  const { hostname, port, username, password } = new URL(address);
  if (hostname === '') throw unknownProxy();
  return {
    kind,
    host: unbracketed(hostname),
    port: port === '' ? usualPorts[kind] : Number(port),
    login: username === '' && password === '' ? null : { userName: decodePart(username), password: decodePart(password) },
  };
}

const kindsByWord: Readonly<Record<string, ProxyServer['kind']>> = {
  PROXY: 'http',
  HTTP: 'http',
  HTTPS: 'https',
  // Mostly meant for version 4, which leaves the look-up of names to this machine; servers mostly speak 5 as well.
  SOCKS: 'socks5',
  SOCKS5: 'socks5',
};

/**
 * `PROXY a:8080; SOCKS5 b:1080; DIRECT`, as scripts and systems say it. A `DIRECT` behind a proxy is left out: what is meant
 * for a proxy goes through one or not at all. Throws 'proxy-failed' where nothing is understood.
 */
export function readProxyList(text: string): readonly Route[] {
  const entries = text.split(';').map((entry) => entry.trim());
  const routes = entries.flatMap((entry): Route | readonly Route[] => {
    const [word = '', place = ''] = entry.split(/\s+/, 2);
    if (word.toUpperCase() === 'DIRECT') return directRoute;
    const kind = kindsByWord[word.toUpperCase()];
    return kind === undefined || place === '' ? [] : readProxyAddress(`${kind}://${place}`);
  });
  const [first] = routes;
  if (first === undefined) throw unknownProxy();
  // What was not understood in front of `DIRECT` is a proxy.
  if (first.kind === 'direct' && !/^DIRECT$/i.test(entries.find((entry) => entry !== '') ?? '')) throw unknownProxy();
  return first.kind === 'direct' ? [first] : routes.filter(({ kind }) => kind !== 'direct');
}
