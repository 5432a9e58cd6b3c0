import { expect, test } from 'vitest';
import { RangeCache } from '#renderer/state/range-cache.ts';

const filled = (pages: readonly number[], maxPages = 3): RangeCache<string> => {
  const cache = new RangeCache<string>(2, maxPages);
  for (const page of pages) cache.put(page, [`${page}a`, `${page}b`]);
  return cache;
};

test('a row is found on its page', () => {
  expect(filled([0, 4]).rowAt(9)).toBe('4b');
  expect(filled([0, 4]).rowAt(5)).toBeUndefined();
});

test('missing pages are told, from the first to the last row that is needed', () => {
  expect(filled([1]).wantedPages(1, 5)).toEqual([0, 2]);
});

test('the number of pages is bounded; the page used longest ago goes first', () => {
  const cache = filled([0, 1, 2]);
  cache.wantedPages(0, 1);
  cache.put(3, ['3a']);
  expect(cache.pageCount).toBe(3);
  expect(cache.rowAt(0)).toBe('0a');
  expect(cache.rowAt(2)).toBeUndefined();
});

test('stale rows are still shown and asked for again', () => {
  const cache = filled([0]);
  cache.markStale();
  expect(cache.rowAt(1)).toBe('0b');
  expect(cache.wantedPages(0, 1)).toEqual([0]);
  cache.put(0, ['new']);
  expect(cache.wantedPages(0, 1)).toEqual([]);
});

test('rows are found and replaced wherever they are held', () => {
  const cache = filled([0, 5]);
  expect(cache.indexOf((row) => row === '5b')).toBe(11);
  cache.update((row) => (row === '5b' ? 'other' : row));
  expect(cache.rowAt(11)).toBe('other');
  expect(cache.indexOf((row) => row === '5b')).toBe(-1);
});
