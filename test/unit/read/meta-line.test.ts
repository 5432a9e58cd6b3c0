import { describe, expect, it } from 'vitest';
import { metaLine } from '#main/read/meta-line.ts';
import { messagesFor } from '#preload/messages/catalogue.ts';
import type { InterfaceLanguage } from '#preload/contract/settings-types.ts';

const bare = {
  source: null,
  byline: null,
  editor: null,
  issueNumber: null,
  publishedOn: '2021-06-16',
  isDateEstimated: false,
  readingMinutes: 3,
  characters: 1_234,
  words: 12,
  language: 'zh-Hans',
};
const whole = { ...bare, source: '晨报 <1>', byline: '林远', editor: '周岚', issueNumber: 12 };

const plain = (article: typeof whole | typeof bare, language: InterfaceLanguage): string =>
  metaLine(article, language, messagesFor(language).articlePage).replaceAll(/<[^>]*>/g, '');

describe('the line over the title', () => {
  it.each([
    ['en', '晨报 &lt;1&gt; · 林远 · edited by 周岚 · Issue 12 · June 16, 2021 · 3 min · 1,234 characters'],
    ['zh-Hans', '晨报 &lt;1&gt; · 林远 · 编辑：周岚 · 第 12 期 · 2021年6月16日 · 3 分钟 · 1,234 字'],
    ['zh-Hant', '晨报 &lt;1&gt; · 林远 · 編輯：周岚 · 第 12 期 · 2021年6月16日 · 3 分鐘 · 1,234 字'],
  ] as const)('says in %s whose the article is, from when and how long', (language, expected) => {
    expect(plain(whole, language)).toBe(expected);
  });

  it('leaves out what is not known', () => {
    expect(plain({ ...bare, characters: 0, words: 0 }, 'en')).toBe('June 16, 2021 · 3 min');
  });

  it('counts as the script counts', () => {
    expect(plain({ ...bare, characters: 3, words: 800 }, 'en')).toContain('800 words');
    expect(plain({ ...bare, characters: 0, words: 1 }, 'en')).toContain('1 word');
  });

  it('marks a date that is a guess, and says why', () => {
    const html = metaLine({ ...bare, isDateEstimated: true }, 'en', messagesFor('en').articlePage);
    expect(html).toMatch(/<time datetime="2021-06-16" title="The page states no date[^"]*">about June 16, 2021<\/time>/);
  });

  it('shows a day that is none as it is', () => {
    expect(plain({ ...bare, publishedOn: 'someday' }, 'en')).toContain('someday');
  });
});
