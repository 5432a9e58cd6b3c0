import { describe, expect, it } from 'vitest';
import { cutShareFooter, statedOriginal } from '#main/parse/share-footer.ts';

const address = 'https://news.example/a/1';

describe('the address of the original', () => {
  it.each([
    `原文地址：${address}`,
    `原文链接 (备用) ： ${address}`,
    `原文: <a target="_blank" href="${address}">原文</a>`,
    `Original article: [A bridge](${address})`,
    `Original link: <${address}>`,
    `來源連結：\n\n${address}`,
  ])('is in %j', (text) => {
    expect(statedOriginal(text)).toBe(address);
  });

  it.each([`原文说${address}`, `原文：见下 ${address}`, '原文地址：'])('is not in %j', (text) => {
    expect(statedOriginal(text)).toBeNull();
  });

  it.each([
    ['spaces', ' '.repeat(200_000)],
    ['lines', '\n'.repeat(200_000)],
    ['labels', '原文'.repeat(100_000)],
    ['open brackets', '原文（'.repeat(66_000)],
    ['open links', '原文：['.repeat(50_000)],
    ['open tags', '原文：<a '.repeat(33_000)],
    ['colons', '：'.repeat(200_000)],
  ])('is found behind 200,000 characters of %s', (_kind, filler) => {
    expect(statedOriginal(`原文${filler}。\n原文地址：${address}`)).toBe(address);
  });
});

it('words of 200,000 characters above the own address of a page are no label of it', () => {
  const own = 'https://git.example/o/r/blob/main/pages/1.md';
  const words = `${': '.repeat(100_000)}x`;
  expect(cutShareFooter(['text', words, own], 'pages/1.md')).toEqual({
    content: ['text', words],
    originalUrl: null,
    ownUrl: own,
    hasFooter: true,
  });
});
