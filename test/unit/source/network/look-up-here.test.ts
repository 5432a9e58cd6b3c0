import { expect, it } from 'vitest';
import { createNetwork } from '#main/source/network/create-network.ts';
import { lookUpHere } from '#main/source/network/look-up-here.ts';

const { signal } = new AbortController();

it('asks this machine where the way is straight', async () => {
  const network = createNetwork({ proxy: { kind: 'none' }, extraCaFile: null }, null);
  expect(await lookUpHere('localhost', network, signal)).not.toEqual([]);
});

it('asks nobody where a proxy leads there, be it by one scheme alone', async () => {
  const set = createNetwork({ proxy: { kind: 'socks5', host: 'proxy.example', port: 1080 }, extraCaFile: null }, null);
  expect(await lookUpHere('localhost', set, signal)).toEqual([]);
  const answer = (url: string): Promise<string> =>
    Promise.resolve(url.startsWith('http:') ? 'PROXY proxy.example:8080' : 'DIRECT');
  const half = createNetwork({ proxy: { kind: 'system' }, extraCaFile: null }, answer);
  expect(await lookUpHere('localhost', half, signal)).toEqual([]);
});
