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
