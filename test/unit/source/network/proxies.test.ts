import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { ManualProxy, NetworkSetting } from '#preload/contract/network-types.ts';
import { listen } from '#test/helpers/listening.ts';
import { type Proxy, startHttpProxy, startSocksProxy } from '#test/helpers/proxies.ts';
import { failureOf } from '../read-source.ts';
import { manual, pagesVia, settingWith, useNetworkBed } from './network-bed.ts';

const bed = useNetworkBed();
const page = ['# The page'];

/** Every kind of proxy, as it is started and as it is set. */
const proxies: readonly {
  readonly kind: ManualProxy['kind'];
  start(options: { readonly hosts?: Readonly<Record<string, number>>; readonly login?: string }): Promise<Proxy>;
}[] = [
  { kind: 'http', start: (options) => bed.keep(startHttpProxy(options)) },
  {
    kind: 'https',
    start: (options) => bed.keep(startHttpProxy({ ...options, keys: bed.authority.issue('IP:127.0.0.1') })),
  },
  { kind: 'socks5', start: (options) => bed.keep(startSocksProxy(options)) },
];

describe.each(proxies)('a proxy of the kind $kind', ({ kind, start }) => {
  const setting = (proxy: { readonly port: number }, login?: string): NetworkSetting =>
    settingWith(manual(kind, proxy, login), bed.authority.file);

  it.each(['http', 'https'])('is the only way to an archive at %s, and looks its name up', async (scheme) => {
    const door = await bed.open(scheme === 'https' ? bed.authority.issue('DNS:news.example') : undefined);
    const proxy = await start({ hosts: { 'news.example': door.port } });
    expect(await pagesVia(setting(proxy), `${scheme}://news.example/archive.git`)).toEqual(page);
    expect(proxy.asked.length).toBeGreaterThan(0);
    expect(proxy.asked.filter((place) => !place.includes('news.example'))).toEqual([]);
    expect(door.connections).toBeLessThanOrEqual(proxy.asked.length);
  });

  it('is told name and password', async () => {
    const door = await bed.open();
    const proxy = await start({ hosts: { 'news.example': door.port }, login: 'reader:pa:ss wörd' });
    const set: NetworkSetting = settingWith(
      { ...manual(kind, proxy), username: 'reader', password: 'pa:ss wörd' },
      bed.authority.file,
    );
    expect(await pagesVia(set, 'http://news.example/archive.git')).toEqual(page);
  });

  it.each([undefined, 'reader:wrong'])('that wants another login than %s is a failure, and is not gone around', async (login) => {
    const door = await bed.open();
    const proxy = await start({ login: 'reader:right' });
    const failure = await failureOf(pagesVia(setting(proxy, login), `http://127.0.0.1:${door.port}/archive.git`));
    expect(failure).toMatchObject({ code: 'proxy-needs-login', details: { proxy: `127.0.0.1:${proxy.port}` } });
    expect(JSON.stringify([failure.message, failure.details])).not.toContain('wrong');
    expect(door.connections).toBe(0);
  });

  it.each(['http', 'https'])('that is not there is a failure, and is not gone around to %s', async (scheme) => {
    const door = await bed.open(scheme === 'https' ? bed.authority.issue('IP:127.0.0.1') : undefined);
    const proxy = await start({});
    await proxy.close();
    const failure = await failureOf(pagesVia(setting(proxy), `${scheme}://127.0.0.1:${door.port}/archive.git`));
    expect(failure).toMatchObject({ code: 'proxy-failed', details: { reason: 'ECONNREFUSED' } });
    expect(door.connections).toBe(0);
  });

  it('that does not connect to the host is a failure of its own', async () => {
    const proxy = await start({ hosts: {} });
    const failure = await failureOf(pagesVia(setting(proxy), 'https://unknown.example/archive.git'));
    expect(failure).toMatchObject({ code: 'proxy-refused', details: { host: 'unknown.example' } });
  });
});

describe('a proxy', () => {
  it('that takes a connection and then ends it is a failure, and is not gone around', async () => {
    const door = await bed.open(bed.authority.issue('IP:127.0.0.1'));
    const curt = await bed.keep(listen(createServer((socket) => socket.end())));
    for (const kind of ['http', 'https', 'socks5'] as const) {
      const set = settingWith(manual(kind, curt));
      expect((await failureOf(pagesVia(set, `https://127.0.0.1:${door.port}/archive.git`))).code).toBe('proxy-failed');
    }
    expect(door.connections).toBe(0);
  });

  it('whose name does not exist is a failure, and is not gone around', async () => {
    const door = await bed.open();
    const set = settingWith({ kind: 'http', host: 'proxy.invalid', port: 8080 });
    const failure = await failureOf(pagesVia(set, `http://127.0.0.1:${door.port}/archive.git`));
    expect(failure).toMatchObject({ code: 'proxy-failed', details: { proxy: 'proxy.invalid:8080' } });
    expect(door.connections).toBe(0);
  });

  it('that is silent is given up, and is not gone around', async () => {
    const door = await bed.open();
    const silent = await bed.keep(listen(createServer(() => undefined)));
    for (const kind of ['http', 'socks5'] as const) {
      const set = settingWith(manual(kind, silent));
      const failure = await failureOf(pagesVia(set, `https://127.0.0.1:${door.port}/archive.git`, 500));
      expect(failure.code).toBe('timed-out');
    }
    const set = settingWith(manual('https', silent));
    const failure = await failureOf(pagesVia(set, `https://127.0.0.1:${door.port}/archive.git`, 500));
    expect(failure).toMatchObject({ code: 'proxy-failed', details: { reason: 'timed-out' } });
    expect(door.connections).toBe(0);
  });

  it('reads what goes to http, and never sees what goes to https', async () => {
    const [open, secret] = [await bed.open(), await bed.open(bed.authority.issue('DNS:secret.example'))];
    const proxy = await bed.keep(startHttpProxy({ hosts: { 'open.example': open.port, 'secret.example': secret.port } }));
    const set = settingWith(manual('http', proxy), bed.authority.file);
    await pagesVia(set, 'http://open.example/archive.git');
    expect(proxy.asked.every((asked) => asked.startsWith('http://open.example/archive.git/'))).toBe(true);
    const before = proxy.asked.length;
    await pagesVia(set, 'https://secret.example/archive.git');
    expect(new Set(proxy.asked.slice(before))).toEqual(new Set(['secret.example:443']));
  });

  it('of the kind https whose certificate nobody trusts is not told the login', async () => {
    const proxy = await bed.keep(startHttpProxy({ keys: bed.authority.issue('IP:127.0.0.1') }));
    const failure = await failureOf(pagesVia(settingWith(manual('https', proxy, 'reader:right')), 'https://news.example/a.git'));
    expect(failure).toMatchObject({ code: 'proxy-failed', details: { reason: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' } });
    expect(proxy.asked).toEqual([]);
  });
});
