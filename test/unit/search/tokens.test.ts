import { expect, test } from 'vitest';
import { absenceToken, commonCharacters } from '#main/search/common-characters.ts';
import { fold } from '#main/search/folding.ts';
import { indexCharacters, indexText, indexTitle } from '#main/search/index-text.ts';
import { cutRuns, phraseTokens, shortenRuns, splitTerm } from '#main/search/tokens.ts';

test.each([
  ['在G20峰会上', '在 g20 峰 峰会 会上'],
  ['拜登，普京', '拜登 普京'],
  ['会上 3', '会上 上 3'],
  ['会上，上山', '会上 上 上山'],
  ['会上，上', '会上 上 上'],
  ['第3章，3', '第 3 章 3'],
  ['党', '党'],
  ['Café au-lait', 'cafe au lait'],
  ['a_b ①c', 'a b c'],
  ['한국어', '한국 국어'],
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
  ['中国，美国', '中国 美国', false],
  ['中国，美', '中国 美', true],
  ['中国 G20，美国', '中国 国 g20 美 美国', false],
  ['第3', '第 3', false],
])('the query %s seeks %s', (query, tokens, isPrefix) => {
  expect(phraseTokens(cutRuns(fold(query)))).toEqual({ tokens: tokens.split(' '), isPrefix });
});

test('characters beyond those that SQLite knows become letters that it knows', () => {
  for (const text of ['𠮷野', '鿕石']) expect(indexText(text)).toMatch(/^[\uE000-\uEBFF]{2}[一-鿋]$/u);
  expect(indexCharacters(`𠮷a𠮷${everyCommon}`).split(' ')[0]).toMatch(/^[一-鿋]$/u);
  expect(indexCharacters(`𠮷a𠮷${everyCommon}`).split(' ').at(-1)).toMatch(/^[\uE000-\uEBFF]{2}$/u);
});

const everyCommon = [...commonCharacters].join('');

test('of characters that nearly every text has, those that a text lacks are indexed too', () => {
  expect(indexCharacters(fold(everyCommon)).split(' ')).toEqual([...commonCharacters]);
  const withoutOne = everyCommon.replace('的', '灯');
  expect(indexCharacters(withoutOne).split(' ')).toEqual([...withoutOne, absenceToken('的')]);
  expect(indexCharacters('lamp').split(' ')).toEqual([...commonCharacters].map(absenceToken));
});

test('a long term is cut where its tokens would be too many', () => {
  expect(shortenRuns(cutRuns('一二三四五六'), 4)).toEqual([{ kind: 'chinese', text: '一二三四' }]);
  expect(shortenRuns(cutRuns('a b c'), 2)).toEqual([
    { kind: 'word', text: 'a' },
    { kind: 'word', text: 'b' },
  ]);
});

test('of a title the last characters can be sought too, but not beside each other', () => {
  expect(indexTitle('会上，灯 lamp')).toBe('会上 灯 lamp \uE000 上 灯');
  expect(indexTitle('lamp')).toBe('lamp');
});

test('a lone character before a sign and more Chinese is a term of its own', () => {
  const split = (text: string): string[] => splitTerm(cutRuns(text)).map((runs) => runs.map((run) => run.text).join('·'));
  expect(split('李·四光')).toEqual(['李', '四光']);
  expect(split('中·美·苏联')).toEqual(['中', '美', '苏联']);
  expect(split('约翰·肯')).toEqual(['约翰·肯']);
  expect(split('第3·章')).toEqual(['第·3·章']);
});
