import { createServer } from 'node:http';
import { expect, test, onTestFinished } from 'vitest';
import { createNodeHttpSender } from '#main/source/http/node-http.ts';
import { createNetwork } from '#main/source/network/create-network.ts';
import { closedNetwork } from '#main/source/network/network.ts';
import { forPurpose, type Traffic } from '#main/source/network/traffic.ts';
import { listen } from '#test/helpers/listening.ts';
import { startSocksProxy } from '#test/helpers/proxies.ts';
import type { NetworkSetting } from '#preload/contract/network-types.ts';

const straight: NetworkSetting = { proxy: { kind: 'none' }, extraCaFile: null };

async function serve(bytes: number) {
  const server = await listen(createServer((_request, response) => void response.end(Buffer.alloc(bytes))));
  onTestFinished(() => server.close());
  return server;
}

function watched(setting: NetworkSetting) {
  const told: Traffic[] = [];
  const network = createNetwork(setting, null, { purpose: 'archive', note: (traffic) => told.push(traffic) });
  return { told, network };
}

async function fetchFrom(
  url: URL,
  network: ReturnType<typeof watched>['network'],
  body: Uint8Array | null = null,
): Promise<number> {
  const sender = createNodeHttpSender(5_000, { bytesDown: 0, bytesUp: 0 }, network);
  try {
    const { signal } = new AbortController();
    const answer = await sender.send({ method: body ? 'POST' : 'GET', url, headers: {}, body, signal });
    let bytes = 0;
    for await (const chunk of answer.body) bytes += chunk.length;
    return bytes;
  } finally {
    sender.close();
  }
}

const sum = (told: readonly Traffic[], name: 'requests' | 'bytesDown' | 'bytesUp'): number =>
  told.reduce((total, traffic) => total + traffic[name], 0);

test('a watch is told of a request at once, and of all that came, in portions', async () => {
  const server = await serve(1_000_000);
  const { told, network } = watched(straight);
  const url = new URL(`http://127.0.0.1:${server.port}/secret/path?token=1`);
  await fetchFrom(url, forPurpose(network, 'pictures'), Buffer.from('abc'));
  const head = `POST /secret/path?token=1 HTTP/1.1\r\nhost: ${url.host}\r\nconnection: keep-alive\r\n\r\n`;
  const bytesUp = head.length + 3;
  expect(told[0]).toEqual({ host: url.host, via: null, purpose: 'pictures', requests: 1, bytesDown: 0, bytesUp });
  expect([sum(told, 'requests'), sum(told, 'bytesDown'), sum(told, 'bytesUp')]).toEqual([1, 1_000_000, bytesUp]);
  expect(told.length).toBeLessThan(10);
  expect(JSON.stringify(told)).not.toMatch(/secret|token/u);
});

test('where nobody answers, who was asked is told all the same', async () => {
  const { told, network } = watched(straight);
  await expect(fetchFrom(new URL('http://127.0.0.1:1/'), network)).rejects.toMatchObject({ code: 'connection-failed' });
  expect(told).toMatchObject([{ host: '127.0.0.1:1', requests: 1 }]);
});

test('through a proxy, the proxy is named with the host', async () => {
  const server = await serve(10);
  const proxy = await startSocksProxy({ hosts: { 'news.example': server.port } });
  onTestFinished(() => proxy.close());
  const { told, network } = watched({ proxy: { kind: 'socks5', host: '127.0.0.1', port: proxy.port }, extraCaFile: null });
  expect(await fetchFrom(new URL('http://news.example/'), network)).toBe(10);
  expect(told[0]).toMatchObject({ host: 'news.example', via: `127.0.0.1:${proxy.port}`, purpose: 'archive' });
});

test('fetching a proxy script is told as what it is', async () => {
  const script = await listen(
    createServer((_request, response) => void response.end("function FindProxyForURL() { return 'DIRECT'; }")),
  );
  onTestFinished(() => script.close());
  const { told, network } = watched({
    proxy: { kind: 'pac', url: `http://127.0.0.1:${script.port}/proxy.pac` },
    extraCaFile: null,
  });
  await network.routesTo(new URL('https://news.example/'), new AbortController().signal);
  expect(told[0]).toMatchObject({ host: `127.0.0.1:${script.port}`, purpose: 'proxy-script', requests: 1 });
});

test('a network that nobody watches stays as it is', () => {
  expect(forPurpose(closedNetwork, 'pictures')).toBe(closedNetwork);
});
