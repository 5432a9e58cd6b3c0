import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';
import { beforeAll, describe, it } from 'vitest';
import { createNetwork } from '#main/source/network/create-network.ts';
import type { Network } from '#main/source/network/network.ts';
import type { ManualProxy } from '#preload/contract/network-types.ts';
import { type Authority, createAuthority, type KeyPair } from '#test/helpers/certificates.ts';
import { startFront } from '#test/helpers/front.ts';
import { startHttpProxy, startSocksProxy } from '#test/helpers/proxies.ts';
import { useFaultBed } from './fault-bed.ts';
import { proveFault } from './prove-fault.ts';

const bed = useFaultBed();
let authority: Authority;

beforeAll(() => {
  authority = createAuthority(path.join(bed.folder, 'authority'));
});

const serverPort = (): number => Number(new URL(bed.server.urlOf('')).port);

/** The archive behind TLS. */
async function secureOrigin(keys: KeyPair): Promise<string> {
  const { port } = await bed.keep(startFront(serverPort(), keys));
  return `https://127.0.0.1:${port}/${bed.repositoryName}`;
}

const trusting = (extraCaFile: string | null): Network => createNetwork({ proxy: { kind: 'none' }, extraCaFile }, null);
const through = (kind: ManualProxy['kind'], port: number, login?: readonly [string, string]): Network => {
  const [username, password] = login ?? [];
  const proxy = {
    kind,
    host: '127.0.0.1',
    port,
    ...(username !== undefined && password !== undefined && { username, password }),
  };
  return createNetwork({ proxy, extraCaFile: authority.file }, null);
};

/** Before the server has been asked for anything. */
const early = { isBeforeNews: true, mostRequests: 0, extraBytes: 1 } as const;
const host = '127.0.0.1';

describe('a sync of an old library meets a fault of TLS', () => {
  it.each([
    ['a certificate of an authority that is not trusted', 'IP:127.0.0.1', {}, false],
    ['a certificate for another host', 'DNS:elsewhere.example', {}, true],
    ['a certificate that has expired', 'IP:127.0.0.1', { isExpired: true }, true],
  ])('%s', async (name, names, options, isTrusted) => {
    const origin = await secureOrigin(authority.issue(names, options));
    const network = trusting(isTrusted ? authority.file : null);
    await proveFault(bed, { ...early, name, code: 'tls-failed', details: { host } }, origin, { network });
  });

  it('a server that speaks no TLS at all', async () => {
    const origin = bed.server.urlOf(bed.repositoryName).replace('http:', 'https:');
    const fault = { ...early, name: 'no TLS', code: 'tls-failed', details: { host }, extraBytes: 1_000 } as const;
    await proveFault(bed, fault, origin, { network: trusting(null) });
  });
});

describe('a sync of an old library meets a fault of the proxy, and never goes around it', () => {
  it('that is not there', async () => {
    const nobody = createServer();
    nobody.listen(0, host);
    await once(nobody, 'listening');
    const address = nobody.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    await new Promise((resolve) => nobody.close(resolve));
    const origin = bed.server.urlOf(bed.repositoryName);
    const fault = { ...early, name: 'no proxy', code: 'proxy-failed', details: { proxy: `${host}:${port}` } } as const;
    await proveFault(bed, fault, origin, { network: through('http', port) });
  });

  it('that refuses', async () => {
    const origin = await secureOrigin(authority.issue('IP:127.0.0.1'));
    const { port } = await bed.keep(startHttpProxy({ refusal: 403 }));
    const fault = { ...early, name: 'refused', code: 'proxy-refused', details: { proxy: `${host}:${port}`, host } } as const;
    await proveFault(bed, fault, origin, { network: through('http', port) });
  });

  it('that refuses, of the kind SOCKS', async () => {
    const { port } = await bed.keep(startSocksProxy());
    const fault = { ...early, name: 'refused', code: 'proxy-refused', details: { host: 'nowhere.example' } } as const;
    await proveFault(bed, fault, `http://nowhere.example/${bed.repositoryName}`, { network: through('socks5', port) });
  });

  it.each([
    ['http', undefined],
    ['http', ['ann', 'wrong']],
    ['socks5', ['ann', 'wrong']],
  ] as const)('that wants another login (%s, %s)', async (kind, login) => {
    const start = kind === 'http' ? startHttpProxy : startSocksProxy;
    const { port } = await bed.keep(start({ login: 'ann:secret' }));
    const fault = { ...early, name: 'login', code: 'proxy-needs-login', details: { proxy: `${host}:${port}` } } as const;
    await proveFault(bed, fault, bed.server.urlOf(bed.repositoryName), { network: through(kind, port, login) });
  });
});
