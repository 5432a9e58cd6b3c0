import { expect, test } from 'vitest';
import { RowOffsets } from '#renderer/components/row-offsets.ts';

test('unmeasured rows stand at multiples of the estimate', () => {
  const offsets = new RowOffsets(200_000, 100);
  expect(offsets.totalHeight).toBe(20_000_000);
  expect(offsets.offsetOf(12_345)).toBe(1_234_500);
  expect(offsets.indexAt(1_234_550)).toBe(12_345);
});

test('offsets agree with plain sums after any measurements', () => {
  const heights = Array.from({ length: 500 }, (_, index) => 40 + ((index * 7_919) % 160));
  const offsets = new RowOffsets(heights.length, 100);
  for (const [index, height] of heights.entries()) if (index % 3 !== 0) offsets.measure(index, height);
  let top = 0;
  for (const [index, height] of heights.entries()) {
    expect(offsets.offsetOf(index)).toBe(top);
    expect(offsets.indexAt(top)).toBe(index);
    const shown = index % 3 === 0 ? 100 : height;
    expect(offsets.indexAt(top + shown - 1)).toBe(index);
    top += shown;
  }
  expect(offsets.totalHeight).toBe(top);
});

test('an offset outside the list gives its nearest row', () => {
  const offsets = new RowOffsets(3, 10);
  expect(offsets.indexAt(-5)).toBe(0);
  expect(offsets.indexAt(1_000)).toBe(2);
  expect(new RowOffsets(0, 10).indexAt(0)).toBe(-1);
});

test('measuring tells whether anything changed', () => {
  const offsets = new RowOffsets(3, 10);
  expect(offsets.measure(1, 25)).toBe(true);
  expect(offsets.measure(1, 25)).toBe(false);
  expect(offsets.measure(7, 25)).toBe(false);
});
