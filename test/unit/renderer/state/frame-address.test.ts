import { expect, test } from 'vitest';
import { frameAddress, placeInFrame } from '#renderer/state/frame-address.ts';

const content = {
  articleId: 'news:a/一.md',
  language: 'zh-Hans',
  isOriginal: false,
  version: null,
  finding: { text: '', isLiteral: false },
} as const;
const page = 'offprint-article://library/news%3Aa%2F%E4%B8%80.md?language=zh-Hans';

test.each([
  [{}, page],
  [{ finding: { text: '湿 地', isLiteral: false } }, `${page}&find=%E6%B9%BF%20%E5%9C%B0`],
  [{ finding: { text: 'a', isLiteral: true } }, `${page}&find=a&literal`],
  [{ isOriginal: true, finding: { text: 'a', isLiteral: false } }, `${page}&original`],
  [{ version: 7 }, `${page}&version=7`],
  [{ version: 7, finding: { text: 'a', isLiteral: false } }, `${page}&version=7&find=a`],
])('with %j the frame shows %s', (change, address) => {
  expect(frameAddress({ ...content, ...change })).toBe(address);
});

test('another place of the same document is the same address but for the fragment', () => {
  expect(placeInFrame(`${page}&find=a#match-1`, 'at-b c')).toBe(`${page}&find=a#at-b%20c`);
  expect(placeInFrame(page, null)).toBe(page);
});
