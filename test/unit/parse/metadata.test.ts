import { describe, expect, it } from 'vitest';
import { excerptOf } from '#main/parse/excerpt.ts';
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
    expect(sourceOf({ originalUrl, text: '【江海周报】正文', stated: null })).toBe('江海周报');
    expect(siteName('news.example.co.uk')).toBe('example.co.uk');
  });
});

it.each([
  '【更新 2021年6月16日】正文',
  '【更新2021年6月16日讯】正文',
  '【最后更新时间：6月16日】正文',
  '【截至2021年6月16日】正文',
  '【快讯】正文',
  '【本报讯】正文',
  '【Updated June 16, 2021】text',
])('the words in %j are no source', (text) => {
  expect(sourceOf({ originalUrl: null, text, stated: null })).toBeNull();
  expect(sourceOf({ originalUrl: null, text: `${text}【晨报2021年6月16日讯】正文`, stated: null })).toBe('晨报');
});

describe('a source that the page names by a label', () => {
  it.each([
    ['来源：晨报\n正文', '晨报'],
    ['2021-06-16 08:30 来源：晨报 作者：沈安\n正文', '晨报'],
    ['正文。\n文章来源：晨报', '晨报'],
    ['Text\nSource: Morning Post', 'Morning Post'],
    ['河上的桥。（来源：晨报）\n正文', null],
    ['资料来源：晨报\n正文', null],
    ['河水的来源：山上的雪，还有雨。', null],
  ])('in %j is %j', (text, source) => {
    expect(sourceOf({ originalUrl: null, text, stated: null })).toBe(source);
  });

  it('comes after the byline and before the name of the host', () => {
    const originalUrl = 'https://news.chenbao.example/1';
    expect(sourceOf({ originalUrl, text: '来源：晨报\n正文', stated: null })).toBe('晨报');
    expect(sourceOf({ originalUrl, text: '【江海周报2021年6月16日】\n来源：晨报', stated: null })).toBe('江海周报');
    expect(sourceOf({ originalUrl, text: '来源：晨报', stated: '山城日报' })).toBe('山城日报');
  });
});

describe('the language', () => {
  it.each([
    ['这条渡口已经摆了一百二十年', 'zh-Hans'],
    ['這個渡口已經擺了一百二十年', 'zh-Hant'],
    ['The ferry is older than the town', 'en'],
    ['渡し船は町よりも古い', 'ja'],
    ['나루터는 마을보다 오래되었다', 'ko'],
    ['Die Fähre ist älter als die Stadt, und niemand weiß, wie alt sie wirklich ist.', 'de'],
    ['Le bac est plus vieux que la ville, et personne ne sait quel âge il a.', 'fr'],
    ['La barca es más vieja que la ciudad, y nadie sabe cuántos años tiene.', 'es'],
    ['Il traghetto è più vecchio della città e nessuno sa quanti anni ha.', 'it'],
    ['A balsa é mais velha do que a cidade, e ninguém sabe quantos anos tem.', 'pt'],
    ['De veerboot is ouder dan de stad en niemand weet hoe oud het schip is.', 'nl'],
    ['Prom jest starszy niż miasto i nikt nie wie, ile ma lat, bo się nie zachowały księgi.', 'pl'],
    ['Chiếc phà này đã có từ lâu và không một người nào biết tuổi của nó.', 'vi'],
    ['Паром старше города, и никто не знает, сколько ему лет.', 'ru'],
    ['Пором старший за місто, і ніхто не знає, скільки йому років.', 'uk'],
    ['Το πορθμείο είναι παλαιότερο από την πόλη.', 'el'],
    ['המעבורת ישנה מן העיר', 'he'],
    ['العبارة أقدم من المدينة', 'ar'],
    ['เรือข้ามฟากเก่าแก่กว่าเมือง', 'th'],
    ['नाव शहर से पुरानी है', 'hi'],
    ['xylo brinta corvel mundo tastra pelin vorda kasti lumen trosk abrin delta', 'en'],
    ['xylo brinta corvel mundo tastra pelin vorda kasti lumen trosk abrin delta orvin', 'und'],
    ['12345', 'und'],
    ['', 'und'],
  ])('of %s is %s', (text, language) => {
    expect(languageOf(text)).toBe(language);
  });

  it('of a list of foreign names under Chinese headings is Chinese', () => {
    const names = 'BridgeKit RiverTools FerryCraft WaterLevel TideTable HarborDesk '.repeat(20);
    expect(languageOf(`以下工具可以免费使用，适合画图和排版，也可以在线打开\n${names}`)).toBe('zh-Hans');
    expect(languageOf(`河边的三个工具\n${names}`, 'und')).toBe('und');
  });

  it('of a Chinese text is not that of the names in it', () => {
    expect(languageOf('摄影师 Anna Wells 和 Tom Reed 在桥上等了一夜，天亮时看见了白鹭。')).toBe('zh-Hans');
    expect(languageOf('這座橋叫「うみのはし」，是日本人起的名字，住在對岸的人都這麼叫。')).toBe('zh-Hant');
  });

  it('of a title in characters that Japanese writes too is that of the body', () => {
    expect(languageOf('国際会議', 'ja')).toBe('ja');
  });

  it('of a title without one-sided characters is that of the body', () => {
    expect(languageOf('山中', 'zh-Hant')).toBe('zh-Hant');
    const article = articleOf('# 兩鎮會談\n\n这一段是简体字，说的是两个镇的会谈。');
    expect([article.titleLanguage, article.language]).toEqual(['zh-Hant', 'zh-Hans']);
  });
});

it('reading time counts characters and words, and is a minute at least', () => {
  expect(readingMinutesOf({ wide: 1, words: 0 })).toBe(1);
  expect(readingMinutesOf({ wide: 4_000, words: 0 })).toBe(10);
  expect(readingMinutesOf({ wide: 0, words: 2_200 })).toBe(10);
  expect(readingMinutesOf({ wide: 2_000, words: 1_100 })).toBe(10);
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
  const named = `<div><p>${link('https://news.example/tag/%E6%B9%BF%E5%9C%B0.html', '江边的湿')}和${link('/tag/egret', '白鹭')}</p></div>`;
  expect(
    articleOf(`### 题\n-----\n#### [首页](../../README.md)\n\n${named}\n<hr/>\n原文链接：https://news.example/a/1\n`).topics,
  ).toEqual(['湿地', '白鹭']);
  expect(articleOf('---\ntags: [a, b]\ncategories: c\n---\ntext').topics).toEqual(['a', 'b', 'c']);
});
