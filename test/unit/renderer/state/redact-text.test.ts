import { expect, test } from 'vitest';
import { redactText } from '#renderer/state/redact-text.ts';

const words = { address: '[address]', path: '[path]', host: '[server]', name: '[name]' };

test.each([
  [
    'a web address with login and query',
    'GET https://li.lei:pa55@git.example.org:8443/news.git?token=x#a failed',
    'GET [address] failed',
  ],
  ['an address at the end of a sentence in quotation marks', 'nothing at “http://example.org/a”', 'nothing at “[address]”'],
  ['a SOCKS proxy', 'socks5://10.0.0.7:1080 refused', '[address] refused'],
  ['a file address', 'file:///home/reader/news: missing', '[address] missing'],
  ['an address for ssh', 'git@example.org:owner/news.git is not understood', '[address] is not understood'],
  ['a mail address', 'reader.name@example.org', '[name]'],
  ['a host', 'The server git.example.org was not found', 'The server [server] was not found'],
  ['a host with a port', 'getaddrinfo ENOTFOUND git.example.org:443', 'getaddrinfo ENOTFOUND [server]'],
  ['a host in another script', '找不到服务器 新闻.例子.中国', '找不到服务器 [server]'],
  ['this machine', 'connect ECONNREFUSED localhost:8080', 'connect ECONNREFUSED [server]'],
  ['an address of IPv4', 'connect ECONNREFUSED 192.168.4.20:8443', 'connect ECONNREFUSED [server]'],
  ['an address of IPv6', 'connect ECONNREFUSED ::1:443', 'connect ECONNREFUSED [server]'],
  ['an address of IPv6 in brackets', 'proxy [fe80::1%eth0]:1080 is silent', 'proxy [server] is silent'],
  ['a path', 'ENOENT: /home/li.lei/archives/news', 'ENOENT: [path]'],
  ['a path with spaces in quotation marks', "open '/home/Li Lei/my archive/a.md' failed", "open '[path]' failed"],
  ['a path from the home folder', 'nothing at ~/archives/news', 'nothing at [path]'],
  ['a path of Windows', String.raw`EACCES: C:\Users\Li\library\archive.db`, 'EACCES: [path]'],
  ['a path of a network of Windows', String.raw`EACCES: \\server\share\news`, 'EACCES: [path]'],
  ['a query by itself', 'info/refs?service=git-upload-pack', 'info/refs'],
])('%s is left out', (_what, text, expected) => {
  expect(redactText(text, [], words)).toBe(expected);
});

test.each([
  '214 new, 3 changed, 1.8 MB; 96 pictures, 4 missing; 41.2 s',
  'server-failed: the server answered 503',
  '新增 214，更新 3，1.8 MB',
  'The connection broke at 12:45:07 after 3/4 of it',
])('what names nobody stays as it is: %s', (text) => {
  expect(redactText(text, [], words)).toBe(text);
});

test('what is known to be a name is left out wherever it stands, the longest first', () => {
  const text = 'intranet-two asks for a name; “River Weekly” of intranet';
  expect(redactText(text, ['intranet', 'intranet-two', 'River Weekly', ''], words)).toBe(
    '[name] asks for a name; “[name]” of [name]',
  );
});

test.each(['a', '1:', 'a.', 'é-', '/a', '\\\\'])('a word without an end is cut short: %s', (part) => {
  const text = redactText(`before ${part.repeat(300_000)} after`, [], words);
  expect(text.length).toBeLessThan(1_100);
  expect(text).toMatch(/^before .+ after$/u);
});

test('many quotation marks that nobody closes take no longer than their length', () => {
  const text = redactText('“/ '.repeat(100_000), [], words);
  expect(text).not.toContain('//');
  expect(text.length).toBeGreaterThan(100_000);
});
