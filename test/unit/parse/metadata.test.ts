import { describe, expect, it } from 'vitest';
import { excerptOf } from '#main/parse/excerpt.ts';
import { bylineOf } from '#main/parse/find-byline.ts';
import { siteName, sourceOf } from '#main/parse/find-source.ts';
import { languageOf, readingMinutesOf } from '#main/parse/language.ts';
import { articleOf } from './archive-pages.ts';

describe('the source of an article', () => {
  it.each([
    ['https://zh.wikipedia.org/wiki/X', '维基百科'],
    ['https://en.wikipedia.org/wiki/X', 'Wikipedia'],
    ['https://www.bbc.com/zhongwen/simp/1', 'BBC 中文'],
    ['https://www.bbc.com/news/1', 'BBC'],
    ['https://news.chenbao.example/1', 'chenbao.example'],
    ['https://a.b.news.com.tw/1', 'news.com.tw'],
    ['http://203.0.113.7:8000/1', '203.0.113.7'],
  ])('of %s is %s', (originalUrl, source) => {
    expect(sourceOf({ originalUrl, text: '', stated: null })).toBe(source);
  });

  it('is the name in the byline where the address is of an unknown site', () => {
    const originalUrl = 'https://news.chenbao.example/1';
    expect(sourceOf({ originalUrl, text: '【晨报2021年6月16日】正文', stated: null })).toBe('晨报');
    expect(sourceOf({ originalUrl, text: '【Morning Post March 7, 2020】text', stated: null })).toBe('Morning Post');
    expect(sourceOf({ originalUrl: null, text: '【注意】正文', stated: null })).toBeNull();
    expect(siteName('news.example.co.uk')).toBe('example.co.uk');
  });
});

describe('the byline', () => {
  it.each([
    ['【晨报】（本报记者林远综合报导）正文', '本报记者林远综合报导'],
    ['（晨報記者林遠台北報導）正文', '晨報記者林遠台北報導'],
    ['作者：沈安\n正文', '沈安'],
    ['文／沈安\n正文', '沈安'],
    ['By Anna Wells\nText', 'Anna Wells'],
    ['By address\nText', null],
    ['正文。\n责任编辑：林远#', '责任编辑：林远'],
    ['正文\n責任編輯：周嵐', '責任編輯：周嵐'],
    ['（本报记者林远报道）正文\n责任编辑：周岚', '本报记者林远报道 · 责任编辑：周岚'],
    ['他对记者说，河水涨了。', null],
  ])('of %j is %s', (text, byline) => {
    expect(bylineOf(text, null)).toBe(byline);
  });
});

describe('the language', () => {
  it.each([
    ['这条渡口已经摆了一百二十年', 'zh-Hans'],
    ['這個渡口已經擺了一百二十年', 'zh-Hant'],
    ['The ferry is older than the town', 'en'],
    ['渡し船は町よりも古い', 'ja'],
    ['Die Fähre ist älter als die Stadt, und niemand weiß, wie alt sie wirklich ist.', 'und'],
    ['12345', 'und'],
  ])('of %s is %s', (text, language) => {
    expect(languageOf(text)).toBe(language);
  });

  it('of a title without one-sided characters is that of the body', () => {
    expect(languageOf('山中', 'zh-Hant')).toBe('zh-Hant');
    const article = articleOf('# 兩鎮會談\n\n这一段是简体字，说的是两个镇的会谈。');
    expect([article.titleLanguage, article.language]).toEqual(['zh-Hant', 'zh-Hans']);
  });
});

it('reading time counts characters and words, and is a minute at least', () => {
  expect(readingMinutesOf('短')).toBe(1);
  expect(readingMinutesOf('字'.repeat(4_000))).toBe(10);
  expect(readingMinutesOf('word '.repeat(2_200))).toBe(10);
});

it('an excerpt leaves the byline out, ends with a sentence, and never cuts a character in half', () => {
  expect(excerptOf('【晨报2021年6月16日】（本报记者林远综合报导）河面上有雾。')).toBe('河面上有雾。');
  expect(excerptOf(`${'河'.repeat(150)}。${'雾'.repeat(150)}`)).toBe(`${'河'.repeat(150)}。`);
  const pictures = excerptOf('🌊'.repeat(300));
  expect(pictures.length).toBeLessThanOrEqual(200);
  expect(pictures).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/u);
});

it('topics are what the publisher links to its own lists, and what front matter says', () => {
  const link = (href: string, text: string): string => `<ok href="${href}">${text}</ok>`;
  const body = `<div><p>${link('/term/1', '白鹭')}和${link('https://news.example/tag/2', '芦苇')}，${link('https://other.example/tag/3', '广告')}</p></div>`;
  expect(
    articleOf(`### 题\n-----\n#### [首页](../../README.md)\n\n${body}\n<hr/>\n原文链接：https://news.example/a/1\n`).topics,
  ).toEqual(['白鹭', '芦苇']);
  expect(articleOf('---\ntags: [a, b]\ncategories: c\n---\ntext').topics).toEqual(['a', 'b', 'c']);
});
