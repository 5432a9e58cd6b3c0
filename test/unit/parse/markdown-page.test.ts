import { describe, expect, it } from 'vitest';
import { parsePage } from '#main/parse/parse-page.ts';
import { articleOf, inputOf, pageOf } from './archive-pages.ts';

describe('a page of plain Markdown', () => {
  it('takes its title from the first heading of level one and keeps everything else', () => {
    const article = articleOf(
      'before\n\n# The *title* &amp; more\n\n#### [a](a.md) | [b](b.md)\n\ntext\n\n# Second\n\n---\n\nend',
    );
    expect(article.title).toBe('The title & more');
    expect(article.text).toBe('before\na | b\ntext\nSecond\nend');
  });

  it.each([
    ['---\ntitle: From front matter\n---\n# A section\n\nx', 'a.md', 'From front matter', 'A section\nx'],
    ['---\ntitle: Same\n---\n# Same\n\nx', 'a.md', 'Same', 'x'],
    ['Setext\n======\n\nx', 'a.md', 'Setext', 'x'],
    ['## Only a second level\n\nx', 'a.md', 'Only a second level', 'x'],
    ['text first\n\n## Part\n\nx', 'notes/2021-03-04-from-the-file_name.md', 'from the file name', 'text first\nPart\nx'],
    ['text', 'notes/README.md', 'notes', 'text'],
    ['text', 'notes/the-weir/_index.md', 'the weir', 'text'],
    ['text', 'docs/01-getting-started.md', 'getting started', 'text'],
    ['---\ntitle_zh: 安装\ntitle_en: Setup\n---\n\nx', 'a.md', '安装', 'x'],
    ['\ufeff---\r\ntitle: CRLF\r\n---\r\n\r\n::: tip\r\nx\r\n:::\r\n', 'a.md', 'CRLF', 'Tip\nx'],
  ])('takes the title of %j in %s', (text, path, title, body) => {
    expect(articleOf(text, path)).toMatchObject({ title, text: body });
  });

  it('keeps tables, task lists, footnotes of one word, code and quotations', () => {
    const article = articleOf(
      '# T\n\n|a|b|\n|-|-|\n|1|2|\n\n- [x] done\n- [ ] open\n\nText[^n].\n\n```js\nif (a < b) {\n\n  c\n}\n```\n\n> said\n\n[^n]: 参见文献。\n',
    );
    expect(article.html).toContain(
      '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>',
    );
    expect(article.html).toContain('<ul><li>☑ done</li><li>☐ open</li></ul>');
    expect(article.html).toContain('<sup><a href="#at-fn-n">n</a></sup>');
    expect(article.html).toContain('<p id="at-fn-n">n. 参见文献。</p>');
    expect(article.html).toContain('<pre><code>if (a &lt; b) {\n\n  c\n}\n</code></pre>');
    expect(article.html).toContain('<blockquote><p>said</p></blockquote>');
    expect(article.text).toContain('1\t2');
  });

  it('resolves links against its folder and drops those that lead nowhere', () => {
    const links = (text: string): readonly string[] =>
      articleOf(`${text}\n\nMore words than links, so that this is no list of pages.`, 'posts/a.md').links.map(({ url }) => url);
    expect(links('[x](b.md?t=1#Sec) [x](../guide/) [x](/README.md) [x](中%20文.md) [x](./c)')).toEqual([
      'page:posts/b.md#at-Sec',
      'page:guide/README.md',
      'page:README.md',
      'page:posts/中 文.md',
      'page:posts/c.md',
    ]);
    expect(links('[x](../../out/README.md) [x](javascript:alert(1)) [x](file:///etc/passwd) [x](picture.png)')).toEqual([]);
    expect(articleOf('[still text](../../out/README.md)', 'a.md').html).toBe('<p>still text</p>');
  });

  it('keeps a place that one of its links leads to, and no other id', () => {
    const article = articleOf('# T\n\n[down](#part-two)\n\n## Part one\n\n## Part two\n');
    expect(article.html).toBe('<p><a href="#at-part-two">down</a></p><h2>Part one</h2><h2 id="at-part-two">Part two</h2>');
  });

  it('finds pictures in the archive and on the web', () => {
    const { pictures, html } = articleOf(
      '![a](../images/冬 天.png) ![b](<../images/x y.jpg>) ![c](https://img.example/c.png?w=1)',
      'posts/a.md',
    );
    expect(pictures.map(({ url }) => url)).toEqual(['images/x y.jpg', 'https://img.example/c.png?w=1']);
    expect(html).toContain('<img data-picture="1" alt="c">');
  });

  it('is unreadable when it is empty', () => {
    expect(parsePage(inputOf(' \n'))).toMatchObject({ ok: false, code: 'page-unreadable' });
  });
});

describe('an HTML page', () => {
  const html =
    '<!doctype html><html><head><title>Almanac | Site</title><meta name="author" content="Ines Hale"><meta property="article:published_time" content="2019-10-05T09:00Z"><link rel="canonical" href="https://almanac.example/2019/x"><meta name="keywords" content="a, b"></head><body><nav><a href="/">Home</a></nav><article><h1>Almanac</h1><p>Text.</p></article><footer>f</footer></body></html>';

  it('takes an element of a few letters for a teaser, not for the article', () => {
    const words = 'What the page is about stands outside of it, in several lines. '.repeat(3);
    const article = articleOf(`<!doctype html><body><p>${words}</p><article>More</article></body>`, 'a.html');
    expect(article.text).toBe(`${words.trim()}\nMore`);
  });

  it('gives what its head states and the content of its one article', () => {
    expect(articleOf(html, 'a.html')).toMatchObject({
      title: 'Almanac',
      byline: 'Ines Hale',
      publishedOn: '2019-10-05',
      originalUrl: 'https://almanac.example/2019/x',
      source: 'almanac.example',
      topics: ['a', 'b'],
      text: 'Text.',
    });
  });

  it('is recognised by its content under any name', () => {
    expect(pageOf(inputOf(html, 'a.md')).article?.title).toBe('Almanac');
  });
});
