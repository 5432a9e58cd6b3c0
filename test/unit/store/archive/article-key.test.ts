import { expect, test } from 'vitest';
import { articleKey, normaliseAddress } from '#main/store/archive/article-key.ts';

test.each([
  ['http://www.Example.org/A/b/', '//example.org/A/b'],
  ['https://example.org:443/a#part', '//example.org/a'],
  ['https://example.org:8443/a', '//example.org:8443/a'],
  ['https://example.org/a?utm_source=x&id=3&fbclid=y', '//example.org/a?id=3'],
  ['https://example.org/a?b=2&a=1', '//example.org/a?a=1&b=2'],
  ['https://example.org/a?t=02072247', '//example.org/a'],
  ['https://example.org/topic?t=4711', '//example.org/topic?t=4711'],
  ['https://example.org/%e4%bd%a0', '//example.org/%E4%BD%A0'],
  ['https://example.org/你', '//example.org/%E4%BD%A0'],
  ['https://example.org/', null],
  ['mailto:a@example.org', null],
  ['not an address', null],
])('%s is known as %s', (address, key) => {
  expect(normaliseAddress(address)).toBe(key);
});

test('an article without an address of its own is known by its page', () => {
  expect(articleKey('x', 'a.md', null)).toBe('x:a.md');
  expect(articleKey('x', 'a.md', 'https://example.org')).toBe('x:a.md');
});
