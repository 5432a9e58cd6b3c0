import { expect, test } from 'vitest';
import { outsideAddress } from '#renderer/state/outside-address.ts';

test('a look-alike name is shown as the network sees it', () => {
  expect(outsideAddress('https://аррӏе.example/x')?.host).toBe('xn--80ak6aa92e.example');
});

test('a name before the host is not taken for the host', () => {
  expect(outsideAddress('https://example.org@evil.example:8080/')?.host).toBe('evil.example:8080');
});

test('mail is told by the host of its address', () => {
  expect(outsideAddress('mailto:reader@example.org')).toMatchObject({ host: 'example.org', isMail: true });
});

test.each(['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', 'pages/a.md', ''])('%s leads nowhere', (url) => {
  expect(outsideAddress(url)).toBeNull();
});
