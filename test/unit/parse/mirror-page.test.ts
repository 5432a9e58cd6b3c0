import { describe, expect, it } from 'vitest';
import { pageOf, articleOf, inputOf } from './archive-pages.ts';

const path = 'pages/chenbao/1.md';
const own = `https://git.example/reading/news/blob/master/${path}`;
const originalUrl = 'https://news.chenbao.example/2021/6/16/1.html';
const navigation =
  '#### [首页](../../README.md) &nbsp;&nbsp;|&nbsp;&nbsp; [别的档案](../../../../../atlas/blob/master/README.md?n1)';
const promotions =
  '#### [ 🎬 《潮汐》](http://203.0.113.7:8000/tide/)&nbsp; | &nbsp;[旧书](https://promo.example/)\n\n#### 装好 [阅读器](https://promo.example/app) 再看';
const footer = `<hr/>
扫一扫，把这页发给朋友：<br/>
${own} <br/>
<a href='${own}'><img src='https://cdn.example/${path}.png'/></a> <br/>
原文地址（需要网络）：${originalUrl}


------------------------
${navigation}


<img src='http://counter.example/${path}' width='0px' height='0px'/>`;
const mirror = (middle: string, end = footer): string =>
  `### 白鹭 *回来* \\[图\\] &amp; 雾\n------------------------\n\n${navigation}\n\n\n${middle}\n${end}`;
const body = '<div class="x"><p>【晨报2021年6月16日】第一段。</p>\n<p>第二段，见 <ok href="/term/3">白鹭</ok>。</p></div>';

describe('a mirror page', () => {
  it('gives the article without rows, promotions, footer, picture code and pixel', () => {
    const article = articleOf(mirror(`${promotions}\n\n${body}`), path);
    expect(article).toMatchObject({
      title: '白鹭 回来 [图] & 雾',
      originalUrl,
      publishedOn: '2021-06-16',
      source: '晨报',
      pictures: [],
    });
    expect(article.text).toBe('【晨报2021年6月16日】第一段。\n第二段，见 白鹭。'.replace('见 ', '见'));
    expect(article.links).toEqual([{ text: '白鹭', url: 'https://news.chenbao.example/term/3' }]);
  });

  it('keeps the lead picture with its caption as a figure and drops the rule below it', () => {
    const lead =
      '<div class="feature-image">\n<ok href="https://img.example/1.jpg"><img alt="" src="https://img.example/1-600.jpg"/></ok>\n<div class="caption"><p>\n江心洲的白鹭。\n</p></div></div>\n<hr/>';
    const article = articleOf(mirror(`${lead}${body}`), path);
    expect(article.html).toMatch(
      /^<figure><img data-picture="0" alt=""><figcaption>江心洲的白鹭。<\/figcaption><\/figure><p>【晨报/u,
    );
    expect(article.pictures).toEqual([{ url: 'https://img.example/1-600.jpg', alt: '' }]);
    expect(article.excerpt).toBe('第一段。 第二段，见白鹭。');
  });

  it('joins a caption that stands outside any figure to its picture', () => {
    const lead =
      '<div><img alt="白鹭" src="https://img.example/1.jpg"/>\n<br/><figcaption class="caption">\n 江心洲的白鹭。\n</figcaption></div><hr/>';
    const article = articleOf(mirror(`${lead}\n\n${promotions}\n\n${body}`), path);
    expect(article.html).toMatch(
      /^<figure><img data-picture="0" alt="白鹭"><figcaption>江心洲的白鹭。<\/figcaption><\/figure><p>【/u,
    );
  });

  it('keeps what its publisher put at the end, links included', () => {
    const ending = '<p>相关报道：</p>\n<a href="https://news.chenbao.example/2">下一篇</a>\n<br/>\n';
    const article = articleOf(mirror(`${body}\n${ending}`), path);
    expect(article.text).toMatch(/相关报道：\n下一篇$/u);
  });

  it('reads an address that is published as a link, and a bare footer without rows', () => {
    const linked = articleOf(mirror(body, `<hr/>\n原文链接：<a href='${originalUrl}'>晨报</a>\n`), path);
    expect([linked.originalUrl, linked.text.includes('原文')]).toEqual([originalUrl, false]);
    expect(articleOf(mirror(body, `\n原文链接：[晨报](${originalUrl})\n`), path).originalUrl).toBe(originalUrl);
  });

  it('may hold Markdown in place of markup, whose headings stay', () => {
    const article = articleOf(mirror('第一段。\n\n#### 小标题\n\n见[下一篇](2.md)。'), path);
    expect(article.html).toBe('<p>第一段。</p><h2>小标题</h2><p>见<a href="page:pages/chenbao/2.md">下一篇</a>。</p>');
  });

  it('works out addresses that climb out of the repository, from its own address', () => {
    const article = articleOf(
      mirror(`<div><p>见<a href="../../../../../atlas/blob/master/README.md?n1">地图集</a>。</p></div>`),
      path,
    );
    expect(article.links).toEqual([{ text: '地图集', url: 'https://git.example/reading/atlas/blob/master/README.md' }]);
  });

  it.each([
    ['../../../../../atlas/blob/master/README.md', 'https://git.example/reading/atlas/blob/master/README.md'],
    ['../../../../../../birds/atlas/blob/main/a.md?t=02072247#n', 'https://git.example/birds/atlas/blob/main/a.md#n'],
    ['https://git.example/birds/atlas/blob/main/a.md?t=1', 'https://git.example/birds/atlas/blob/main/a.md'],
    ['https://git.example/birds/atlas?tab=readme', 'https://git.example/birds/atlas?tab=readme'],
    ['../hot/2.md?t=3', 'page:pages/hot/2.md'],
    ['../../README.md?t=3#top', 'page:README.md#at-top'],
  ])('leads from %s to %s', (href, url) => {
    expect(articleOf(mirror(`见[别处](${href})，并且还有别的话。`), path).links).toEqual([{ text: '别处', url }]);
  });

  it('leads to a page of its own repository by its path', () => {
    const href = 'https://git.example/reading/news/blob/master/pages/chenbao/2.md?t=1';
    expect(articleOf(mirror(`<div><p><a href="${href}">下一篇</a></p></div>`), path).links[0]?.url).toBe(
      'page:pages/chenbao/2.md',
    );
  });

  it('is never an index, however many pages it links to', () => {
    const links = Array.from({ length: 9 }, (_unused, at) => `<p><a href="${at}.md">第${at}篇</a></p>`).join('');
    expect(pageOf(inputOf(mirror(`<div>${links}</div>`), path))).toMatchObject({ index: null, article: { originalUrl } });
  });
});

describe("a publisher's markup that was escaped once too often", () => {
  const escaped = (markup: string): string => markup.replaceAll('<', '&lt;').replaceAll('>', '&gt;');

  it('is markup again, and ends where it closes what it did not open', () => {
    const covered = escaped(
      '</center><p>第一段<a href="/x">链接</a>。<p>第二段。<div class="box">框</div><br></div><div id="bar"><p>侧栏</p></div><script>var x = 1;</script></body>',
    );
    const article = articleOf(mirror(`<div><p>【晨报2021年6月16日】<center>图说${covered}</center></p></div>`), path);
    expect(article.text).toBe('【晨报2021年6月16日】\n图说\n第一段链接。\n第二段。\n框');
    expect(article.links).toEqual([{ text: '链接', url: 'https://news.chenbao.example/x' }]);
  });

  it('leaves an article alone that speaks of tags', () => {
    const article = articleOf(
      mirror(`<div><p>${escaped('标签 <p> 与 <a> 和 <div>')}</p><p>又说 ${escaped('</p>')}。</p></div>`),
      path,
    );
    expect(article.text).toBe('标签 <p> 与 <a> 和 <div>\n又说 </p>。');
  });

  it('has its broken entities mended', () => {
    expect(articleOf(mirror('<div><p>【晨报】O&amp;#039Brien &amp;#8220;said&amp;#8221; R&amp;D</p></div>'), path).text).toBe(
      "【晨报】O'Brien “said” R&D",
    );
  });
});

describe('plain Markdown that begins like a mirror page', () => {
  it('loses nothing', () => {
    const text = '### 标题\n-----\n\n#### 导航\n\n原文在抽屉里。\n\n<hr/>\n\n结尾\n\n-----\n';
    expect(articleOf(text, 'a.md').text).toBe('导航\n原文在抽屉里。\n结尾');
  });
});
