import { expect, test } from 'vitest';
import { fold } from '#main/search/folding.ts';
import { generateText, makeRandom } from '#test/helpers/generated-text.ts';

test('every code unit folds to one, and folding again changes nothing', () => {
  for (let code = 0; code < 0x1_00_00; code += 1) {
    const folded = fold(String.fromCharCode(code));
    expect(folded).toHaveLength(1);
    expect(fold(folded)).toBe(folded);
  }
});

test('a place in the folded text is the same place in the original', () => {
  const random = makeRandom(1);
  for (let run = 0; run < 50; run += 1) {
    const text = `${generateText(random, 200)}😀\uD800é`;
    const folded = fold(text);
    expect(folded).toHaveLength(text.length);
    for (let at = 0; at < text.length; at += 1) expect(folded[at]).toBe(fold(text[at] ?? ''));
  }
});

test.each([
  ['會談發現歷史', '会谈发现历史'],
  ['臺灣颱風', '台湾台风'],
  ['什麼 什麽', '什么 什么'],
  ['ＣＯＶＩＤ－１９', 'covid-19'],
  ['Café ÀÉÎ', 'cafe aei'],
  ['瞭藉妳甦祇', '了借你苏只'],
  ['①²½', '①²½'],
  ['ひらがな', 'ひらがな'],
])('%s is searched as %s', (text, folded) => {
  expect(fold(text)).toBe(folded);
});

test('characters of one word that the tables keep apart are one for a search', () => {
  const pairs = '瞭了 藉借 妳你 甦苏 祇只 閧哄 揹背 覆复 薰熏 彷仿 徬仿 牠它 祂他 砲炮 麽么 麼么 著着';
  for (const [from = '', to = ''] of pairs.split(' ').map((pair) => Array.from(pair))) {
    expect(`${from}${fold(from)}`).toBe(`${from}${fold(to)}`);
  }
});

test('characters that only look alike stay apart where their words do', () => {
  expect(fold('頭髮')).not.toBe(fold('發展'));
  expect(fold('公里')).toBe('公里');
  for (const apart of ['己已', '未末', '日曰']) expect(fold(apart.slice(0, 1))).not.toBe(fold(apart.slice(1)));
});
