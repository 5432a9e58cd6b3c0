import { createServer } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { directNetwork } from '#main/source/network/network.ts';
import { createSystemProxies } from '#main/system-proxies.ts';
import { type AskProgram, askProgram, systemScript } from '#main/system-script.ts';
import { type Listening, listen } from '#test/helpers/listening.ts';

async function serveScript(): Promise<Listening> {
  const server = await listen(
    createServer(
      (_request, response) => void response.end("function FindProxyForURL(url, host) { return 'PROXY ' + host + ':1'; }"),
    ),
  );
  onTestFinished(() => server.close());
  return server;
}

describe("the system's proxies", () => {
  it('are what Chromium says, and no script is looked for then', async () => {
    const ask = createSystemProxies({
      network: directNetwork,
      resolve: (url) => Promise.resolve(`PROXY for ${url}`),
      readScript: () => Promise.reject(new Error('asked')),
      nowMs: () => 0,
    });
    expect(await ask('https://news.example/')).toBe('PROXY for https://news.example/');
  });

  it('are those of a script of the system that Chromium could not fetch, which is fetched once', async () => {
    const server = await serveScript();
    let nowMs = 0;
    let reads = 0;
    const ask = createSystemProxies({
      network: directNetwork,
      resolve: () => Promise.resolve('DIRECT'),
      readScript: () => {
        reads++;
        return Promise.resolve(`http://127.0.0.1:${server.port}/proxy.pac`);
      },
      nowMs: () => nowMs,
    });
    expect([await ask('https://one.example/'), await ask('https://two.example/')]).toEqual([
      'PROXY one.example:1',
      'PROXY two.example:1',
    ]);
    expect([reads, server.connections]).toEqual([1, 1]);
    nowMs += 61_000;
    await ask('https://one.example/');
    expect(reads).toBe(2);
  });

  it('are not known where that script cannot be had: the way is not taken for straight', async () => {
    const server = await serveScript();
    await server.close();
    const ask = createSystemProxies({
      network: directNetwork,
      resolve: () => Promise.resolve('DIRECT'),
      readScript: () => Promise.resolve(`http://127.0.0.1:${server.port}/proxy.pac`),
      nowMs: () => 0,
    });
    for (let times = 0; times < 2; times++)
      await expect(ask('https://news.example/')).rejects.toMatchObject({ code: 'proxy-script-failed' });
  });

  it('are none where the system names neither', async () => {
    const ask = createSystemProxies({
      network: directNetwork,
      resolve: () => Promise.resolve('DIRECT'),
      readScript: () => Promise.resolve(null),
      nowMs: () => 0,
    });
    expect(await ask('https://news.example/')).toBe('DIRECT');
  });
});

describe('the script of the system', () => {
  const answering =
    (answers: Readonly<Record<string, string>>): AskProgram =>
    (program, words) =>
      Promise.resolve(answers[`${program} ${words.at(-1)}`] ?? null);
  const url = 'https://proxy.example/proxy.pac';

  it.each([
    ['win32', { 'reg AutoConfigURL': `\r\nHKEY_CURRENT_USER\\...\r\n    AutoConfigURL    REG_SZ    ${url}\r\n\r\n` }, url],
    ['win32', {}, null],
    ['darwin', { 'scutil --proxy': `<dictionary> {\n  ProxyAutoConfigEnable : 1\n  ProxyAutoConfigURLString : ${url}\n}` }, url],
    ['darwin', { 'scutil --proxy': `<dictionary> {\n  ProxyAutoConfigEnable : 0\n  ProxyAutoConfigURLString : ${url}\n}` }, null],
    ['linux', { 'gsettings mode': "'auto'\n", 'gsettings autoconfig-url': `'${url}'\n` }, url],
    ['linux', { 'gsettings mode': "'auto'\n", 'gsettings autoconfig-url': "''\n" }, null],
    ['linux', { 'gsettings mode': "'manual'\n", 'gsettings autoconfig-url': `'${url}'\n` }, null],
    [
      'linux',
      { 'kreadconfig6 ProxyType': '2\n', 'kreadconfig6 Proxy Config Script': '/etc/proxy.pac\n' },
      'file:///etc/proxy.pac',
    ],
    ['linux', {}, null],
  ] as const)('is read on %s: %j', async (platform, answers, expected) => {
    expect(await systemScript(platform, answering(answers))).toBe(expected);
  });

  it('is none where the program that would know is not there', async () => {
    expect(await askProgram('a-program-that-is-not-there', [])).toBe(null);
  });
});
