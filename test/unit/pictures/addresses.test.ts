import { expect, test } from 'vitest';
import { isPictureTemplate } from '#preload/contract/picture-template.ts';
import { alternativeAddresses } from '#main/pictures/alternative-addresses.ts';
import { createHostGuard } from '#main/pictures/host-guard.ts';
import { isPrivateHost } from '#main/pictures/private-host.ts';
import { retryAfterMs, retryDelayMs } from '#main/pictures/retry-delay.ts';

test.each([
  'localhost',
  'printer',
  'router.local',
  'a.localhost.',
  '127.0.0.1',
  '127.8.8.8',
  '10.1.2.3',
  '172.16.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '255.255.255.255',
  '224.0.0.1',
  '[::1]',
  '[::]',
  '[fe80::1]',
  '[fd00::1]',
  '[::ffff:7f00:1]',
  '[::ffff:c0a8:101]',
  '[ff02::1]',
  '[2002:7f00:1::]',
])('%s is private', (host) => {
  expect(isPrivateHost(host)).toBe(true);
});

test.each([
  'news.example',
  '8.8.8.8',
  '172.32.0.1',
  '192.169.0.1',
  '[2606:4700::1111]',
  '[64:ff9b::808:808]',
  '198.18.0.5',
  'localhost.example',
  '[::ffff:808:808]',
])('%s is public', (host) => {
  expect(isPrivateHost(host)).toBe(false);
});

test.each([
  ['http://0x7f.1/', '127.0.0.1'],
  ['http://2130706433/', '127.0.0.1'],
  ['http://[0:0:0:0:0:ffff:127.0.0.1]/', '[::ffff:7f00:1]'],
])('%s is no way around: a URL has one spelling', (url, host) => {
  expect(new URL(url).hostname).toBe(host);
  expect(isPrivateHost(new URL(url).hostname)).toBe(true);
});

function guard(names: Readonly<Record<string, readonly string[]>>, privateHosts: readonly string[] = []) {
  const asked: string[] = [];
  const resolveHost = (host: string): Promise<readonly string[]> => {
    asked.push(host);
    const addresses = names[host];
    return addresses ? Promise.resolve(addresses) : Promise.reject(new Error('ENOTFOUND'));
  };
  const mayAsk = createHostGuard({ privateHosts: new Set(privateHosts), resolveHost });
  return { asked, mayAsk: (url: string, first = url) => mayAsk(new URL(url), new URL(first)) };
}

test('a public name that leads into the private network is not asked', async () => {
  const { mayAsk, asked } = guard({ 'good.example': ['93.184.216.34'], 'bad.example': ['93.184.216.34', '192.168.0.1'] });
  expect(await mayAsk('https://good.example/a.png')).toBe(true);
  expect(await mayAsk('https://bad.example/a.png')).toBe(false);
  expect(await mayAsk('https://bad.example/b.png')).toBe(false);
  expect(await mayAsk('https://unknown.example/a.png')).toBe(true);
  expect(asked).toEqual(['good.example', 'bad.example', 'unknown.example']);
});

test('a private host that the reader named is asked, but not where a public address leads to it', async () => {
  const { mayAsk } = guard({ 'good.example': ['93.184.216.34'] }, ['192.168.1.5']);
  expect(await mayAsk('http://192.168.1.5:3000/a.png')).toBe(true);
  expect(await mayAsk('http://192.168.1.6/a.png')).toBe(false);
  expect(await mayAsk('http://192.168.1.5/a.png', 'https://good.example/a.png')).toBe(false);
});

test('behind a proxy no name is resolved here', async () => {
  const mayAsk = createHostGuard({ privateHosts: new Set(), resolveHost: null });
  expect(await mayAsk(new URL('https://good.example/'), new URL('https://good.example/'))).toBe(true);
  expect(await mayAsk(new URL('https://127.0.0.1/'), new URL('https://127.0.0.1/'))).toBe(false);
});

test('other addresses: the other protocol, then each template', () => {
  const templates = ['https://proxy.example/?url={url}', 'ftp://old.example/{url}'];
  expect(alternativeAddresses('http://news.example/a b.png?c=$&', templates)).toEqual([
    'https://news.example/a b.png?c=$&',
    'https://proxy.example/?url=http%3A%2F%2Fnews.example%2Fa%20b.png%3Fc%3D%24%26',
  ]);
  expect(alternativeAddresses('https://news.example/https:/a.png', [])).toEqual(['http://news.example/https:/a.png']);
  expect(alternativeAddresses('http://news.example:8080/a.png', [])).toEqual([]);
});

test.each([
  ['https://proxy.example/?url={url}', true],
  ['http://127.0.0.1:8080/{url}', true],
  ['https://proxy.example/', false],
  ['https://{url}/', false],
  ['javascript:{url}', false],
  ['{url}', false],
])('a template %s: %s', (template, isGood) => {
  expect(isPictureTemplate(template)).toBe(isGood);
});

test('the delay doubles up to its limit, and is never less than half of that', () => {
  const policy = { maximumAttempts: 5, firstRetryMs: 100, longestRetryMs: 1_000, longestRetryAfterMs: 0 };
  expect([1, 2, 3, 4, 5, 60].map((failures) => retryDelayMs(failures, policy, () => 1))).toEqual([
    100, 200, 400, 800, 1_000, 1_000,
  ]);
  expect(retryDelayMs(2, policy, () => 0)).toBe(100);
});

test('Retry-After is a number of seconds or a date', () => {
  expect(retryAfterMs('7', 0)).toBe(7_000);
  expect(retryAfterMs('Thu, 01 Jan 1970 00:01:00 GMT', 10_000)).toBe(50_000);
  expect(retryAfterMs('Thu, 01 Jan 1970 00:00:00 GMT', 10_000)).toBe(0);
  expect(retryAfterMs('soon', 0)).toBeNull();
  expect(retryAfterMs(undefined, 0)).toBeNull();
});
