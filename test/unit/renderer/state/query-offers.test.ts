import { expect, test } from 'vitest';
import { queryOffers } from '#renderer/state/query-offers.ts';

test('several words are offered one by one', () => {
  expect(queryOffers('radar estuary')).toEqual(['radar', 'estuary']);
});

test('a long Chinese word is offered in pairs', () => {
  expect(queryOffers('湿地银行')).toEqual(['湿地', '银行']);
  expect(queryOffers('候鸟湿')).toEqual(['候鸟', '鸟湿']);
});

test('a word that cannot be shortened offers nothing', () => {
  expect(queryOffers('湿地')).toEqual([]);
  expect(queryOffers('estuary')).toEqual([]);
  expect(queryOffers('   ')).toEqual([]);
});

test('no more is offered than asked for', () => {
  expect(queryOffers('a b c d e f', 3)).toEqual(['a', 'b', 'c']);
});
