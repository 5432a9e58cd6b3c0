import { describe, expect, it } from 'vitest';
import type { ParsedPage } from '#main/parse/parsed-page.ts';
import { inputOf, pageOf } from './archive-pages.ts';

const bodyOf = (blocks: readonly string[], furniture?: ReadonlySet<number>): ParsedPage =>
  pageOf({ ...inputOf(`# Title\n\n${blocks.join('\n\n')}\n`, 'notes/a.md'), ...(furniture ? { furniture } : {}) });

const refrain = 'The end.';
const row = '[Home](https://example.org/) | [Support](https://example.org/support)';
const promotion = 'Read more in [our paper](https://example.org/paper), every day.';
const code = '![](https://example.org/code.png)';

describe('blocks that may be furniture', () => {
  it('are those that lead elsewhere or show a picture; a refrain or a heading never is', () => {
    const { repeatable } = bodyOf(['Text of the article.', '## A heading', 'Text.', row, promotion, code, refrain]);
    expect(repeatable.map(({ hasWords }) => hasWords)).toEqual([false, true, false]);
    expect(repeatable.every(({ fingerprint }) => Number.isSafeInteger(fingerprint))).toBe(true);
  });

  it('are recognised on another page, and only if words, links and pictures are the same', () => {
    const fingerprints = (block: string): readonly number[] =>
      bodyOf(['Other text.', block]).repeatable.map((b) => b.fingerprint);
    expect(fingerprints(row)).toEqual(fingerprints(row));
    expect(fingerprints(row)).not.toEqual(fingerprints(row.replace('support', 'help')));
    expect(fingerprints(code)).not.toEqual(fingerprints(code.replace('code', 'other')));
  });

  it('counts a way to another page of the archive like a sentence, and what a heading promises not at all', () => {
    const within = '[Glossary](glossary.md) | [Index](index-of-terms.md)';
    expect(bodyOf(['Text.', within]).repeatable.map(({ hasWords }) => hasWords)).toEqual([true]);
    expect(bodyOf(['Text.', '## Download', row, 'More.', row]).repeatable).toHaveLength(1);
    const furniture = new Set(bodyOf(['Text.', row]).repeatable.map(({ fingerprint }) => fingerprint));
    const { article } = bodyOf(['Text.', '## Download', row, 'More.', row], furniture);
    expect(article?.text).toBe('Text.\nDownload\nHome | Support\nMore.');
  });

  it('leaves long blocks and links within the page alone', () => {
    expect(bodyOf([`${'A long paragraph. '.repeat(40)} ${row}`, '[up](#title)']).repeatable).toEqual([]);
  });
});

describe('furniture that is known', () => {
  const blocks = ['First words.', row, 'Last words.', promotion, refrain, code];

  it('is left out, and nothing else is', () => {
    const furniture = new Set(bodyOf(blocks).repeatable.map(({ fingerprint }) => fingerprint));
    const { article, repeatable } = bodyOf(blocks, furniture);
    expect(article?.text).toBe('First words.\nLast words.\nThe end.');
    expect(article?.pictures).toEqual([]);
    expect(repeatable).toHaveLength(furniture.size);
  });

  it('still says when and by whom the article was written', () => {
    const byline = '【晨报2021年6月16日讯】（记者王明报道）[更多](https://example.org/more)';
    const furniture = new Set(bodyOf([byline, 'Words.']).repeatable.map(({ fingerprint }) => fingerprint));
    const { article } = bodyOf([byline, 'Words.'], furniture);
    expect(article).toMatchObject({ text: 'Words.', publishedOn: '2021-06-16', isDateEstimated: false });
    expect(article?.byline).toContain('王明');
  });
});
