import { createServer as createHttpServer } from 'node:http';
import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createNetwork } from '#main/source/network/create-network.ts';
import { testNetwork } from '#main/source/network/test-network.ts';
import type { NetworkSetting, NetworkStage, NetworkTestResult } from '#preload/contract/network-types.ts';
import { listen } from '#test/helpers/listening.ts';
import { startHttpProxy, startSocksProxy } from '#test/helpers/proxies.ts';
import { manual, settingWith, useNetworkBed } from './network-bed.ts';

const bed = useNetworkBed();
const direct = settingWith({ kind: 'none' });

interface Tested extends NetworkTestResult {
  /** As they were announced. */
  readonly announced: readonly NetworkStage[];
}

async function tested(setting: NetworkSetting, origin: string, signal = new AbortController().signal): Promise<Tested> {
  const announced: NetworkStage[] = [];
  const network = createNetwork(setting, null);
  const onPassed = (stage: NetworkStage): void => void announced.push(stage);
  return { ...(await testNetwork({ network, origin, signal, stallTimeoutMs: 3_000, onPassed })), announced };
}

const failureAt = ({ failed }: Tested): string => `${failed?.stage} ${failed?.failure.code}`;

describe('a test of the network that goes well', () => {
  it('passes a name, a connection, the host and the archive, and announces each', async () => {
    const { port } = await bed.open();
    const result = await tested(direct, `http://localhost:${port}/archive.git`);
    expect(result).toMatchObject({ failed: null, passed: ['name', 'connect', 'host', 'archive'] });
    expect(result.announced).toEqual(result.passed);
    expect(result.milliseconds).toBeGreaterThanOrEqual(0);
  });

  it('passes the protection of the line where there is one, with the added certificates', async () => {
    const { port } = await bed.open(bed.authority.issue('IP:127.0.0.1'));
    const { failed, passed } = await tested(
      settingWith({ kind: 'none' }, bed.authority.file),
      `https://127.0.0.1:${port}/archive.git`,
    );
    expect({ failed, passed }).toEqual({ failed: null, passed: ['connect', 'tls', 'host', 'archive'] });
  });

  it('passes a proxy and looks no name up, whatever the proxy speaks', async () => {
    const [open, secret] = [await bed.open(), await bed.open(bed.authority.issue('DNS:news.example'))];
    const hosts = { 'open.example': open.port, 'news.example': secret.port };
    const http = await bed.keep(startHttpProxy({ hosts, login: 'reader:right' }));
    const socks = await bed.keep(startSocksProxy({ hosts, login: 'reader:right' }));
    for (const proxy of [manual('http', http, 'reader:right'), manual('socks5', socks, 'reader:right')]) {
      const setting = settingWith(proxy, bed.authority.file);
      const protectedLine = await tested(setting, 'https://news.example/archive.git');
      expect(protectedLine).toMatchObject({ failed: null, passed: ['proxy', 'connect', 'tls', 'host', 'archive'] });
      const plain = await tested(setting, 'http://open.example/archive.git');
      expect(plain.failed).toBe(null);
      expect(plain.passed.filter((stage) => stage !== 'connect')).toEqual(['proxy', 'host', 'archive']);
    }
  });

  it('asks for the address of a file and reads nothing of it', async () => {
    let sentBytes = 0;
    const endless = createHttpServer((_request, response) => {
      const send = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536))) sentBytes += 65_536;
      };
      response.on('drain', send);
      send();
    });
    const { port } = await bed.keep(listen(endless));
    const result = await tested(direct, `http://127.0.0.1:${port}/news.zip`);
    expect(result).toMatchObject({ failed: null, passed: ['connect', 'host', 'archive'] });
    expect(sentBytes).toBeLessThan(32 * 1024 * 1024);
  });

  it('needs no network for an archive of this machine', async () => {
    expect(await tested(direct, bed.folder)).toMatchObject({ failed: null, passed: ['archive'] });
  });
});

describe('a test of the network that fails says where', () => {
  const certain = async (names: string, isExpired = false): Promise<string> => {
    const { port } = await bed.open(bed.authority.issue(names, { isExpired }));
    return `https://127.0.0.1:${port}/archive.git`;
  };

  it('at the proxy that is not there', async () => {
    const door = await bed.open();
    const dead = await bed.keep(startHttpProxy());
    await dead.close();
    for (const kind of ['http', 'https', 'socks5'] as const) {
      const result = await tested(settingWith(manual(kind, dead)), `http://127.0.0.1:${door.port}/archive.git`);
      expect([failureAt(result), result.passed]).toEqual(['proxy proxy-failed', []]);
    }
    expect(door.connections).toBe(0);
  });

  it('at the proxy that wants another login, and shows no password', async () => {
    const http = await bed.keep(startHttpProxy({ login: 'reader:right' }));
    const socks = await bed.keep(startSocksProxy({ login: 'reader:right' }));
    for (const proxy of [manual('http', http, 'reader:wrong'), manual('socks5', socks, 'reader:wrong')])
      for (const scheme of ['http', 'https']) {
        const result = await tested(settingWith(proxy), `${scheme}://news.example/archive.git`);
        expect([failureAt(result), result.passed]).toEqual(['proxy proxy-needs-login', []]);
        expect(JSON.stringify(result)).not.toContain('wrong');
      }
  });

  it('at the connection that the proxy refuses', async () => {
    const http = await bed.keep(startHttpProxy({ refusal: 403 }));
    const socks = await bed.keep(startSocksProxy());
    for (const proxy of [manual('http', http), manual('socks5', socks)])
      expect(failureAt(await tested(settingWith(proxy), 'https://news.example/archive.git'))).toBe('connect proxy-refused');
  });

  it('at the script that cannot be had', async () => {
    const setting = settingWith({ kind: 'pac', url: 'http://127.0.0.1:1/proxy.pac' });
    expect(failureAt(await tested(setting, 'https://news.example/archive.git'))).toBe('proxy proxy-script-failed');
  });

  it('at the name', async () => {
    expect(failureAt(await tested(direct, 'https://news.invalid/archive.git'))).toBe('name host-not-found');
  });

  it('at the connection', async () => {
    const door = await bed.open();
    await door.close();
    expect(failureAt(await tested(direct, `http://127.0.0.1:${door.port}/archive.git`))).toBe('connect connection-failed');
  });

  it('at the protection of the line: unknown, expired, or of another name', async () => {
    const trusting = settingWith({ kind: 'none' }, bed.authority.file);
    const results = [
      await tested(direct, await certain('IP:127.0.0.1')),
      await tested(trusting, await certain('IP:127.0.0.1', true)),
      await tested(trusting, await certain('DNS:other.example')),
    ];
    for (const result of results) expect([failureAt(result), result.passed]).toEqual(['tls tls-failed', ['connect']]);
    expect(results.map(({ failed }) => failed?.failure.details?.['reason'])).toEqual([
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      'CERT_HAS_EXPIRED',
      'ERR_TLS_CERT_ALTNAME_INVALID',
    ]);
  });

  it('at the file of certificates', async () => {
    const setting = settingWith({ kind: 'none' }, `${bed.folder}/none.pem`);
    expect(failureAt(await tested(setting, 'https://news.example/archive.git'))).toBe('tls certificate-file-unusable');
  });

  it('at the host that says nothing, and at the host that talks of something else', async () => {
    const silent = await bed.keep(listen(createServer(() => undefined)));
    expect(failureAt(await tested(direct, `http://127.0.0.1:${silent.port}/archive.git`))).toBe('host timed-out');
    const strange = await bed.keep(listen(createServer((socket) => socket.end('220 mail.example ready\r\n'))));
    expect(failureAt(await tested(direct, `http://127.0.0.1:${strange.port}/archive.git`))).toBe('host bad-response');
  });

  it('at the archive that is not there', async () => {
    const { port } = await bed.open();
    const result = await tested(direct, `http://127.0.0.1:${port}/other.git`);
    expect(failureAt(result)).toMatch(/^archive /u);
    expect(result.passed).toEqual(['connect', 'host']);
    expect(failureAt(await tested(direct, 'ftp://news.example/'))).toBe('archive origin-not-understood');
  });

  it('but not where it is cancelled: then it just ends', async () => {
    const silent = await bed.keep(listen(createServer(() => undefined)));
    const controller = new AbortController();
    const testing = tested(direct, `http://127.0.0.1:${silent.port}/archive.git`, controller.signal);
    setImmediate(() => controller.abort());
    await expect(testing).rejects.toMatchObject({ message: 'cancelled' });
  });
});
