import { expect, test } from 'vitest';
import { fold } from '#main/search/folding.ts';
import { cutRuns, indexCharacters, indexText, phraseTokens, shortenRuns } from '#main/search/tokens.ts';

test.each([
  ['在G20峰会上', '在 g20 峰 峰会 会上 上'],
  ['拜登，普京', '拜登 登 普京 京'],
  ['党', '党'],
  ['Café au-lait', 'cafe au lait'],
  ['a_b ①c', 'a b c'],
  ['한국어', '한국 국어 어'],
  ['', ''],
  ['😀…', ''],
])('%s is indexed as %s', (text, tokens) => {
  expect(indexText(fold(text))).toBe(tokens);
});

test.each([
  ['G20峰会', 'g20 峰 峰会', false],
  ['G20峰', 'g20 峰', false],
  ['在G20', '在 g20', false],
  ['拜登', '拜登', false],
  ['中国，美国', '中国 国 美国', false],
  ['中国，美', '中国 国 美', true],
])('the query %s seeks %s', (query, tokens, isPrefix) => {
  expect(phraseTokens(cutRuns(fold(query)))).toEqual({ tokens: tokens.split(' '), isPrefix });
});

test('characters beyond those that SQLite knows become letters that it knows', () => {
  for (const text of ['𠮷野', '鿕石']) expect(indexText(text)).toMatch(/^[\uE000-\uEBFF]{2}[一-鿋] [一-鿋]$/u);
  expect(indexCharacters('𠮷a𠮷')).toMatch(/^[\uE000-\uEBFF]{2}$/u);
});

test('a long term is cut where its tokens would be too many', () => {
  expect(shortenRuns(cutRuns('一二三四五六'), 4)).toEqual([{ kind: 'chinese', text: '一二三四' }]);
  expect(shortenRuns(cutRuns('a b c'), 2)).toEqual([
    { kind: 'word', text: 'a' },
    { kind: 'word', text: 'b' },
  ]);
});
