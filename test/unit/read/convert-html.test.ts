import { beforeAll, describe, expect, it } from 'vitest';
import { convertHtml } from '#main/read/convert-html.ts';
import { convertMarked } from '#main/read/convert-marked.ts';
import { createShownText, type ShownText } from '#main/read/shown-text.ts';

let taiwan: ShownText;
let simplified: ShownText;
beforeAll(async () => {
  [taiwan, simplified] = await Promise.all([createShownText('zh-Hant-TW'), createShownText('zh-Hans')]);
});

describe('texts in the script that the reader chose', () => {
  it('knows phrases: the same character is written differently in different words', () => {
    expect(taiwan.convert('皇后的头发，以后的发展，里面干净', 'zh-Hans')).toBe('皇后的頭髮，以後的發展，裡面乾淨');
    expect(simplified.convert('皇后的頭髮，以後的發展', 'zh-Hant')).toBe('皇后的头发，以后的发展');
  });

  it.each([
    ['zh-Hant', '后来'],
    ['zh-TW', '里程'],
    ['ja', '国会'],
    ['en', '国'],
  ])('leaves %s as it is where Traditional is shown', (language, text) => {
    expect(taiwan.convert(text, language)).toBe(text);
    expect(taiwan.languageOf(language)).toBe(language);
  });

  it('says which language a converted text is in', () => {
    expect([taiwan.languageOf('zh-Hans'), taiwan.languageOf('zh'), simplified.languageOf('zh-Hant')]).toEqual([
      'zh-Hant-TW',
      'zh-Hant-TW',
      'zh-Hans',
    ]);
  });
});

describe('canonical HTML in another script', () => {
  const convert = (html: string, language = 'zh-Hans'): string => convertHtml(html, language, taiwan.convert);

  it('converts what stands between the tags and nothing in them', () => {
    expect(convert('<p title="头发">头发 &amp; 发展<br>以后</p>')).toBe('<p title="头发">頭髮 &amp; 發展<br>以後</p>');
  });

  it('sees a phrase that a mark or an emphasis cuts in two', () => {
    expect(convert('<p>她的头<mark id="match-1">发</mark>，<em>发</em>展</p>')).toBe(
      '<p>她的頭<mark id="match-1">髮</mark>，<em>發</em>展</p>',
    );
  });

  it('lets no phrase run from one block into the next', () => {
    expect(convert('<p>头</p><p>发展</p>')).toBe('<p>頭</p><p>發展</p>');
  });

  it('leaves other languages, and what is written for machines', () => {
    expect(convert('<p>国<span lang="ja">国会</span>国</p><pre><code>let 国 = 1</code></pre><p>国</p>')).toBe(
      '<p>國<span lang="ja">国会</span>國</p><pre><code>let 国 = 1</code></pre><p>國</p>',
    );
  });
});

describe('marked text in another script', () => {
  it('keeps the marks on the same words', () => {
    expect(convertMarked({ text: '以后的发展', marks: [[3, 2]] }, (text) => taiwan.convert(text, 'zh-Hans'))).toEqual({
      text: '以後的發展',
      marks: [[3, 2]],
    });
  });

  it('moves them where the text grows', () => {
    const longer = (text: string): string => text.replaceAll('a', 'aaa');
    expect(
      convertMarked(
        {
          text: 'xaxbx',
          marks: [
            [1, 1],
            [3, 1],
          ],
        },
        longer,
      ),
    ).toEqual({
      text: 'xaaaxbx',
      marks: [
        [1, 3],
        [5, 1],
      ],
    });
  });
});
