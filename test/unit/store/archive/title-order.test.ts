import { expect, test } from 'vitest';
import { createTitleOrder } from '#main/store/archive/title-order.ts';

const inOrder = (titles: readonly string[]): string[] => {
  const orderOf = createTitleOrder();
  return titles.toSorted((one, other) => Buffer.compare(orderOf(one), orderOf(other)));
};

test('titles stand as the collation of the engine has them', () => {
  const titles = [
    'Ålesund in winter',
    'art of rowing',
    'Zebra',
    '安静的早晨',
    '北方的河',
    '长江',
    '中文',
    '重阳',
    'apple',
    '3 lamps',
  ];
  expect(inOrder(titles)).toEqual(titles.toSorted(new Intl.Collator('zh-u-co-pinyin', { ignorePunctuation: true }).compare));
});

test('marks around a title and the width and case of its letters make no difference', () => {
  const orderOf = createTitleOrder();
  const plain = Buffer.from(orderOf('晨报 ABC 1'));
  for (const title of ['《晨报》ABC 1', '“晨报”：abc 1', '  晨报　ＡＢＣ　１'])
    expect(Buffer.compare(orderOf(title).subarray(0, 4), plain.subarray(0, 4))).toBe(0);
  expect(Buffer.compare(orderOf('ＡＢＣ'), orderOf('abc'))).toBe(0);
});

test('a title without a letter comes first, and a long one keeps the key short', () => {
  const orderOf = createTitleOrder();
  expect(orderOf('……')).toHaveLength(0);
  expect(orderOf('河'.repeat(500)).length).toBeLessThanOrEqual(26);
});
