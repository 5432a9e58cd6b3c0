import { describe, expect, it } from 'vitest';
import { renderOriginalPage } from '#main/parse/original-page.ts';
import { parsePage } from '#main/parse/parse-page.ts';
import { attackPage, attackShapes } from '#test/helpers/attack-pages.ts';
import { attackVectors } from '#test/helpers/attack-vectors.ts';
import { inputOf, readFixturePages } from './archive-pages.ts';
import { forbiddenMarkup } from './forbidden-markup.ts';

/** A page as published may begin with a heading of the first level; an article has its title there. */
const faultsOf = (html: string): readonly string[] => forbiddenMarkup(html).filter((fault) => fault !== '<h1>');

const original = (text: string, path?: string): string => {
  const page = renderOriginalPage(inputOf(text, path));
  if (!page.ok) throw new Error(page.message);
  return page.html;
};

/** What a reader reads: no markup, no white space. */
const wordsOf = (html: string): string =>
  html
    .replaceAll(/<[^>]*>|&nbsp;/gu, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/gu, '');

describe('a page as it was published', () => {
  it('keeps what an article leaves out: title, navigation rows, promotions, footer and addresses', () => {
    const page = [
      '### 渡口',
      '------------------------',
      '#### [首页](../../README.md) &nbsp;|&nbsp; [自然](../../indexes/a.md?t=1)',
      '<div><p>船来了。</p></div>',
      '<hr/>',
      '手机上长按并复制下列链接：<br/>https://git.example.org/owner/news/blob/master/pages/test/1.md<br/>',
      '<a href="https://promotion.example/">立即下载</a>',
      '原文地址：https://paper.example/a/1',
      '<img src="https://count.example/1.gif" width="0" height="0"/>',
    ].join('\n\n');
    const html = original(page);
    for (const words of ['渡口', '首页', '自然', '船来了。', '手机上长按并复制下列链接', '立即下载', '原文地址'])
      expect(html).toContain(words);
    expect(html).toContain('<a href="page:indexes/a.md">自然</a>');
    expect(html).not.toContain('count.example');
  });

  it('renders Markdown, with the front matter over it as it was written', () => {
    const html = original('---\ntitle: "a < b"\n---\n\n# Mills\n\n- [ ] *one*\n', 'posts/mills.md');
    expect(html).toBe('<pre>---\ntitle: "a &lt; b"\n---</pre><h1>Mills</h1><ul><li>☐ <em>one</em></li></ul>');
  });

  it('takes the whole of an HTML document, not only its article', () => {
    const html = original('<body><nav><a href="b.html">b</a></nav><article>text</article><footer>2021</footer></body>', 'a.html');
    expect(html).toBe('<p><a href="page:b.html">b</a></p><p>text</p><p>2021</p>');
  });

  it('says every word that its article says, on every page of the fixtures', async () => {
    const pages = await readFixturePages();
    const missing: string[] = [];
    let articles = 0;
    for (const input of pages) {
      const parsed = parsePage(input);
      const article = parsed.ok ? parsed.page.article : null;
      if (article === null) continue;
      const page = renderOriginalPage(input);
      const words = page.ok ? wordsOf(page.html) : '';
      articles += 1;
      for (const line of article.text.split('\n'))
        if (!words.includes(line.replaceAll(/\s+/gu, ''))) missing.push(`${input.path}: ${line}`);
    }
    expect(articles).toBeGreaterThan(60);
    expect(missing).toEqual([]);
  });

  it('that is no text is a failure with the code that a parse gives', () => {
    const bytes = Uint8Array.from({ length: 4_000 }, (_unused, at) => (at * 7919) % 256);
    expect(renderOriginalPage({ path: 'a.md', bytes })).toMatchObject({ ok: false, code: 'page-not-text' });
    expect(renderOriginalPage(inputOf('word '.repeat(1_000_000), 'a.md'))).toMatchObject({ ok: false, code: 'page-too-large' });
  });

  it('is nothing where the page is empty', () => {
    expect(original(' \n')).toBe('');
  });
});

/** The others differ in what a parse makes of them; here they are the same. */
const shapes = attackShapes.filter(({ name }) => !['a front page', "a document's head"].includes(name));

describe.each(shapes)('attacks in the original of $name', (shape) => {
  it('leave nothing forbidden and no address that could be anything else', () => {
    const faults = attackVectors().flatMap((vector) => {
      const page = renderOriginalPage(attackPage(shape, vector));
      if (!page.ok) return page.code === 'page-not-text' ? [] : [`${page.code} from ${vector.markup}`];
      return faultsOf(page.html).map((fault) => `${fault} from ${vector.markup}`);
    });
    expect(faults).toEqual([]);
  });
});

describe('a page made to keep a renderer busy', () => {
  it.each([
    ['a hundred thousand open elements', `<div>${'<div>'.repeat(100_000)}the words`],
    ['fifty thousand quotations', `${'> '.repeat(50_000)}the words`],
    ['marks without end', `${'*a **b'.repeat(15_000)}\n\nthe words`],
    ['formatting that multiplies', `${Array.from({ length: 3_000 }, (_unused, at) => `<b id=a${at}><p>`).join('')}the words`],
    ['links without end', `${'[a]()'.repeat(100_000)}\n\nthe words`],
  ])('keeps its words: %s', (_name, text) => {
    expect(wordsOf(original(text, 'a.md'))).toContain('thewords');
  });
});
