import { expect, it } from 'vitest';
import { redactUrl } from '#main/source/network/redact-url.ts';

it.each([
  ['https://news.example/a.git', 'https://news.example/a.git'],
  ['http://reader:secret@proxy.example:3128', 'http://proxy.example:3128'],
  ['socks5://reader@proxy.example', 'socks5://proxy.example'],
  ['reader:secret@proxy.example:3128', 'proxy.example:3128'],
  ['http://reader:se/cr@t@proxy.example:3128', 'http://proxy.example:3128'],
  ['https://news.example/proxy.pac?user=1&token=abc&size=2', 'https://news.example/proxy.pac?user=1&token=…&size=2'],
  ['tried https://a:b@one.example/x and http://c:d@two.example', 'tried https://one.example/x and http://two.example'],
])('shows %s without its secrets', (text, shown) => {
  expect(redactUrl(text)).toBe(shown);
});
