import { describe, expect, test } from 'vitest';
import { articleKey, normaliseAddress } from '#main/store/archive/article-key.ts';

describe('an address', () => {
  test.each([
    ['http://www.Example.org/A/b/', '//example.org/A/b'],
    ['https://example.org:443/a#part', '//example.org/a'],
    ['https://example.org:8443/a', '//example.org:8443/a'],
    ['https://example.org./a', '//example.org/a'],
    ['https://example.org//a///b', '//example.org/a/b'],
    ['  https://example.org/a\n', '//example.org/a'],
    ['https://example.org/%e4%bd%a0', '//example.org/%E4%BD%A0'],
    ['https://example.org/你', '//example.org/%E4%BD%A0'],
    ['https://www.org/a', '//org/a'],
    ['http://203.0.113.7:8000/a', '//203.0.113.7:8000/a'],
    ['https://www.xn--fiqs8s.example/a', '//xn--fiqs8s.example/a'],
  ])('%s is known as %s', (address, key) => {
    expect(normaliseAddress(address)).toBe(key);
  });

  test.each([
    ['https://example.org/a?utm_source=x&id=3&fbclid=y', '//example.org/a?id=3'],
    ['https://example.org/a?b=2&a=1', '//example.org/a?a=1&b=2'],
    ['https://example.org/a?t=1623820800', '//example.org/a'],
    ['https://example.org/a?t=1623820800123', '//example.org/a'],
    ['https://example.org/topic?t=02072247', '//example.org/topic?t=02072247'],
    ['https://example.org/topic?t=2', '//example.org/topic?t=2'],
    ['https://example.org/topic?t=1623820800a', '//example.org/topic?t=1623820800a'],
    ['https://example.org/topic?t=4711', '//example.org/topic?t=4711'],
    ['https://example.org/?p=12', '//example.org?p=12'],
    ['https://example.org/video?spm_id_from=333&vd_source=4a', '//example.org/video'],
    ['https://example.org/a?AMP=1', '//example.org/a'],
    ['https://example.org/a?amp=3', '//example.org/a?amp=3'],
    ['https://example.org/watch?v=Q1', '//example.org/watch?v=Q1'],
  ])('loses what only tracks: %s is known as %s', (address, key) => {
    expect(normaliseAddress(address)).toBe(key);
  });

  test.each([
    ['https://example.org/a/index.html', '//example.org/a'],
    ['https://example.org/a/Default.aspx', '//example.org/a'],
    ['https://example.org/index.php?id=7', '//example.org?id=7'],
    ['https://example.org/a/my-index.html', '//example.org/a/my-index.html'],
    ['https://example.org/a/amp/', '//example.org/a'],
    ['https://example.org/a.amp.html', '//example.org/a.html'],
    ['https://example.org/a.amp', '//example.org/a'],
    ['https://example.org/camp', '//example.org/camp'],
    ['https://m.example.org/a', '//example.org/a'],
    ['https://mobile.example.org/a', '//example.org/a'],
    ['https://amp.example.org/a', '//example.org/a'],
    ['https://www.m.example.org/a', '//example.org/a'],
    ['https://en.m.encyclopedia.org/wiki/A', '//en.encyclopedia.org/wiki/A'],
    ['https://m.org/a', '//m.org/a'],
    ['https://mail.example.org/a', '//mail.example.org/a'],
  ])('of the same page in another dress: %s is known as %s', (address, key) => {
    expect(normaliseAddress(address)).toBe(key);
  });

  test.each([
    ['https://news.example/gb/21/6/28/n1.htm', 'https://news.example/b5/21/6/28/n1.htm'],
    ['https://news.example/zh-cn/a', 'https://news.example/zh-tw/a'],
    ['https://news.example/Post/1', 'https://news.example/post/1'],
    ['https://news.example/a?id=1', 'https://news.example/a?id=2'],
    ['https://news.example/topic?t=2', 'https://news.example/topic?t=3'],
    ['https://news.example/#/post/1', 'https://news.example/#/post/2'],
    ['https://news.example/app#!/post/1', 'https://news.example/app#!/post/2'],
    ['https://news.example/a_1.html', 'https://news.example/a_2.html'],
    ['https://blog.example/a', 'https://news.example/a'],
  ])('%s is not %s', (one, other) => {
    expect(normaliseAddress(one)).not.toBe(normaliseAddress(other));
  });

  test.each([
    'https://example.org/',
    'https://m.example.org/index.html',
    'https://example.org/?utm_source=x#top',
    'mailto:a@example.org',
    'not an address',
    '',
  ])('%j names no article', (address) => {
    expect(normaliseAddress(address)).toBeNull();
  });

  test.each([
    'https://www.m.example.org//a/amp/index.html/?b=2&a=1&utm_x=1#p',
    'https://example.org/你/index.htm',
    'http://www.www.example.org/a',
  ])('normalised again is the same: %s', (address) => {
    const once = normaliseAddress(address);
    expect(normaliseAddress(`https:${once ?? ''}`)).toBe(once);
  });
});

test('an article without an address of its own is known by its page', () => {
  expect(articleKey('x', 'a.md', null)).toBe('x:a.md');
  expect(articleKey('x', 'a.md', 'https://example.org')).toBe('x:a.md');
});
