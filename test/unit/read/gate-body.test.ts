import { describe, expect, it } from 'vitest';
import { renderOriginalPage } from '#main/parse/original-page.ts';
import { parsePage } from '#main/parse/parse-page.ts';
import { gateBody } from '#main/read/gate-body.ts';
import { attackPage, attackShapes } from '#test/helpers/attack-pages.ts';
import { attackVectors } from '#test/helpers/attack-vectors.ts';
import { fixtureFiles } from '#test/helpers/fixture-archive.ts';
import { forbiddenMarkup } from '#test/unit/parse/forbidden-markup.ts';
import { inputOf } from '#test/unit/parse/archive-pages.ts';

describe('the gate before the reading view', () => {
  it('lets through what the parser wrote, as it wrote it: every page of the fixture archive, as an article and as published', async () => {
    let bodies = 0;
    for (const [path, content] of await fixtureFiles()) {
      if (!/\.(?:md|mdx|html)$/u.test(path)) continue;
      const result = parsePage({ ...inputOf('', path), bytes: content });
      const original = renderOriginalPage({ path, bytes: content });
      const written = [result.ok ? result.page.article?.html : undefined, original.ok ? original.html : undefined];
      for (const html of written.filter((one) => one !== undefined)) {
        bodies += 1;
        expect(gateBody(html), path).toBe(html);
      }
    }
    expect(bodies).toBeGreaterThan(160);
  });

  it('lets through what the parser left of every attack, as it left it', () => {
    const shape = attackShapes[0];
    if (shape === undefined) throw new Error('there is no shape of page');
    const changed = attackVectors().flatMap((vector) => {
      const result = parsePage(attackPage(shape, vector));
      const html = result.ok ? (result.page.article?.html ?? '') : '';
      return gateBody(html) === html ? [] : [html];
    });
    expect(changed).toEqual([]);
  });

  // A page as published has headings of the first level, which no article has.
  it('leaves nothing forbidden of an attack that was never cleaned', () => {
    const vectors = attackVectors();
    expect(vectors.length).toBeGreaterThan(1_500);
    const faults = vectors.flatMap(({ markup }) => forbiddenMarkup(gateBody(markup)));
    expect(faults.filter((fault) => fault !== '<h1>')).toEqual([]);
  });

  it.each([
    ['<p>a<script>x()</script>', '<p>a&lt;script>x()&lt;/script>'],
    ['<p onclick="x()">a</p>', '<p>a</p>'],
    ['<a href="javascript:x()" title="a">a</a>', '<a title="a">a</a>'],
    ['<a href="offprint-article://link/eA">a</a>', '<a>a</a>'],
    ['<img src="https://e.example/a.png" data-picture="0">', '<img data-picture="0">'],
    ['<p id="document">a</p>', '<p>a</p>'],
    ['<P>a</P>', '&lt;P>a&lt;/P>'],
    ['<p class=a>b', '&lt;p class=a>b'],
    ['<p lang="a<b">', '&lt;p lang="a&lt;b">'],
    ['a<!-- b --><![CDATA[c]]><?d?>', 'a&lt;!-- b -->&lt;![CDATA[c]]>&lt;?d?>'],
    ['</br></script></img>', '&lt;/br>&lt;/script>&lt;/img>'],
    ['<<p>>', '&lt;<p>>'],
  ])('%s becomes %s', (given, passed) => {
    expect(gateBody(given)).toBe(passed);
  });

  it('takes its time in proportion to the text', () => {
    for (const seed of ['<', '<p', '<p ', '<p a="', '<p lang="a" ', '</', '<p lang="', '<<p>'])
      expect(gateBody(seed.repeat(200_000)).length).toBeGreaterThan(200_000);
  });
});
