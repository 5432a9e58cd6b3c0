import { writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createNetwork } from '#main/source/network/create-network.ts';
import { readProxyList } from '#main/source/network/read-proxies.ts';
import type { Route } from '#main/source/network/route.ts';
import { type Listening, listen } from '#test/helpers/listening.ts';
import { startHttpProxy, startSocksProxy } from '#test/helpers/proxies.ts';
import { failureOf } from '../read-source.ts';
import { pagesVia, settingWith, useNetworkBed } from './network-bed.ts';

const bed = useNetworkBed();
const { signal } = new AbortController();
afterEach(() => vi.unstubAllEnvs());

const scriptOf = (body: string): string => `function FindProxyForURL(url, host) { ${body} }`;

/** A script on the web, and how often it was asked for. */
async function serveScript(text: string, status = 200): Promise<Listening & { readonly url: string }> {
  const answer: RequestListener = (_request, response) => void response.writeHead(status).end(text);
  const server = await bed.keep(listen(createServer(answer)));
  return Object.assign(server, { url: `http://127.0.0.1:${server.port}/proxy.pac` });
}

async function routesBy(text: string, address = 'https://news.example/archive.git'): Promise<readonly Route[]> {
  const file = join(bed.folder, 'proxy.pac');
  writeFileSync(file, text);
  const network = createNetwork(settingWith({ kind: 'pac', url: pathToFileURL(file).href }), null);
  return network.routesTo(new URL(address), signal);
}

describe('a script that chooses the proxy', () => {
  it('is fetched when something is to be fetched, once, and chooses by the host', async () => {
    const door = await bed.open();
    const proxy = await bed.keep(startHttpProxy({ hosts: { 'news.example': door.port } }));
    const script = await serveScript(
      scriptOf(`return dnsDomainIs(host, '.example') ? 'PROXY 127.0.0.1:${proxy.port}' : 'DIRECT';`),
    );
    const setting = settingWith({ kind: 'pac', url: script.url });
    const network = createNetwork(setting, null);
    expect(script.connections).toBe(0);
    expect(await network.routesTo(new URL('http://other.test/'), signal)).toEqual([{ kind: 'direct' }]);
    await network.routesTo(new URL('http://news.example/'), signal);
    expect(script.connections).toBe(1);
    expect(await pagesVia(setting, 'http://news.example/archive.git')).toEqual(['# The page']);
    expect(proxy.asked.length).toBeGreaterThan(0);
  });

  it('may name several: the next is gone through where one is not there, the host itself never', async () => {
    const door = await bed.open();
    const dead = await bed.keep(startHttpProxy());
    await dead.close();
    const alive = await bed.keep(startSocksProxy({ hosts: { 'news.example': door.port } }));
    const both = await serveScript(scriptOf(`return 'PROXY 127.0.0.1:${dead.port}; SOCKS5 127.0.0.1:${alive.port}';`));
    expect(await pagesVia(settingWith({ kind: 'pac', url: both.url }), 'http://news.example/archive.git')).toEqual([
      '# The page',
    ]);
    const before = door.connections;
    const orDirect = await serveScript(scriptOf(`return 'PROXY 127.0.0.1:${dead.port}; DIRECT';`));
    const failure = await failureOf(
      pagesVia(settingWith({ kind: 'pac', url: orDirect.url }), `http://127.0.0.1:${door.port}/archive.git`),
    );
    expect(failure.code).toBe('proxy-failed');
    expect(door.connections).toBe(before);
  });

  it('is told the origin and never the path', async () => {
    const routes = await routesBy(scriptOf(`return url === 'https://news.example/' ? 'PROXY right:1' : 'PROXY wrong:1';`));
    expect(routes).toMatchObject([{ host: 'right', port: 1 }]);
  });

  it.each([
    ["shExpMatch(host, 'n*s.ex?mple')", true],
    ['isPlainHostName(host)', false],
    ['dnsDomainLevels(host) === 1', true],
    ["isInNet('10.1.2.3', '10.0.0.0', '255.0.0.0')", true],
    ["isInNet('192.168.2.3', '10.0.0.0', '255.0.0.0')", false],
    ["isResolvable('localhost')", false],
    ['dnsResolve(host) === null', true],
    ['/^\\d+(\\.\\d+){3}$/.test(myIpAddress())', true],
    ["weekdayRange('SUN', 'SAT')", true],
  ])('may ask %s: %s', async (question, isTrue) => {
    const routes = await routesBy(scriptOf(`return (${question}) ? 'PROXY yes:1' : 'PROXY no:1';`));
    expect(routes).toMatchObject([{ host: isTrue ? 'yes' : 'no' }]);
  });

  it.each([
    ['never ends', scriptOf('for (;;);')],
    ['fills the memory', scriptOf("let text = 'x'; for (;;) text += text;")],
    ['throws', scriptOf("throw new Error('no');")],
    ['is no script', '<html>Please sign in</html>'],
    ['lacks the function', 'var a = 1;'],
    ['wants out', scriptOf("return require('fs').readFileSync('/etc/hostname', 'utf8');")],
    ['wants out by its constructor', scriptOf("return isPlainHostName.constructor('return process')().pid + '';")],
  ])('that %s is a failure', async (_what, text) => {
    expect((await failureOf(routesBy(text))).code).toBe('proxy-script-failed');
  });

  it.each(["return '';", 'return null;', "return 'QUIC a:1';", "return 'QUIC a:1; DIRECT';", "return 'PROXY';"])(
    'that answers nothing understood is a failure, never a way around: %s',
    async (body) => {
      expect((await failureOf(routesBy(scriptOf(body)))).code).toBe('proxy-failed');
    },
  );

  it('that cannot be had is a failure, and nothing is sent around it', async () => {
    const door = await bed.open();
    const gone = await serveScript('gone', 404);
    const urls = [gone.url, 'http://127.0.0.1:1/proxy.pac', pathToFileURL(join(bed.folder, 'none.pac')).href];
    for (const url of urls) {
      const failure = await failureOf(pagesVia(settingWith({ kind: 'pac', url }), `http://127.0.0.1:${door.port}/archive.git`));
      expect(failure.code).toBe('proxy-script-failed');
    }
    expect(door.connections).toBe(0);
  });
});

describe('the system', () => {
  const system = settingWith({ kind: 'system' });
  const url = new URL('https://news.example/archive.git');

  it('is asked for the origin, once, and its proxies are gone through', async () => {
    const asked: string[] = [];
    const network = createNetwork(system, (address) => {
      asked.push(address);
      return Promise.resolve('PROXY one:3128; SOCKS5 two:1080; DIRECT');
    });
    await network.routesTo(new URL('/other', url), signal);
    const kinds = await network.routesTo(url, signal);
    expect(kinds).toMatchObject([
      { kind: 'http', host: 'one', port: 3128 },
      { kind: 'socks5', host: 'two', port: 1080 },
    ]);
    expect(asked).toEqual(['https://news.example/']);
  });

  it('that cannot be asked is a failure, never a way around', async () => {
    const network = createNetwork(system, () => Promise.reject(new Error('gone')));
    expect((await failureOf(network.routesTo(url, signal))).code).toBe('proxy-failed');
  });

  it.each([
    [{}, 'direct'],
    [{ https_proxy: 'http://one.test:3128' }, 'http one.test 3128'],
    [{ HTTPS_PROXY: 'one.test:3128' }, 'http one.test 3128'],
    [{ HTTPS_PROXY: 'https://one.test' }, 'https one.test 443'],
    [{ ALL_PROXY: 'socks5h://one.test' }, 'socks5 one.test 1080'],
    [{ HTTP_PROXY: 'http://one.test:3128' }, 'direct'],
    [{ HTTPS_PROXY: 'http://one.test:3128', NO_PROXY: 'other.example, .news.example,news.example' }, 'direct'],
  ])('is the environment where nobody can tell: %j means %s', async (environment, meaning) => {
    for (const name of ['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY', 'NO_PROXY'])
      for (const one of [name, name.toLowerCase()]) vi.stubEnv(one, '');
    for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
    for (const resolve of [null, () => Promise.resolve('DIRECT')]) {
      const [route] = await createNetwork(system, resolve).routesTo(url, signal);
      expect(route?.kind === 'direct' ? 'direct' : `${route?.kind} ${route?.host} ${route?.port}`).toBe(meaning);
    }
  });

  it('of an environment that names a proxy nobody understands is a failure, which does not show it', async () => {
    vi.stubEnv('HTTPS_PROXY', 'gopher://reader:secret@one.test');
    const failure = await failureOf(createNetwork(system, null).routesTo(url, signal));
    expect(failure.code).toBe('proxy-failed');
    expect(failure.message).not.toContain('secret');
  });

  it('may name a login for its proxy', async () => {
    const door = await bed.open();
    const proxy = await bed.keep(startHttpProxy({ hosts: { 'news.example': door.port }, login: 'reader:p@ss' }));
    vi.stubEnv('http_proxy', `http://reader:p%40ss@127.0.0.1:${proxy.port}`);
    expect(await pagesVia(system, 'http://news.example/archive.git')).toEqual(['# The page']);
  });
});

describe('no proxy', () => {
  it('means none, whatever the environment says', async () => {
    vi.stubEnv('HTTPS_PROXY', 'http://one.test:3128');
    const network = createNetwork(settingWith({ kind: 'none' }), null);
    expect(await network.routesTo(new URL('https://news.example/'), signal)).toEqual([{ kind: 'direct' }]);
  });
});

describe('a list of proxies', () => {
  it('may hold addresses of version 6, and words in any letters', () => {
    expect(readProxyList('proxy [::1]:8080;https Proxy.example:8443')).toMatchObject([
      { kind: 'http', host: '::1', port: 8080 },
      { kind: 'https', host: 'Proxy.example', port: 8443 },
    ]);
  });
});
