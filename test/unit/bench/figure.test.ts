import { describe, expect, test } from 'vitest';
import { figure, formatFigure, median, percentile } from '#test/bench/figure.ts';

describe('a figure of the benchmark', () => {
  test.each([
    ['the ratio against a limit of costs', { value: 3, reference: 2, atMost: 1.5 }, { ratio: 1.5, limit: 1.5, holds: true }],
    ['the exact ratio, not the rounded one', { value: 1.000_01, reference: 1, atMost: 1 }, { ratio: 1, limit: 1, holds: false }],
    ['the value where there is no reference', { value: 16, atMost: 15 }, { ratio: null, limit: 15, holds: false }],
    ['a rate from below', { value: 700, atLeast: 700 }, { ratio: null, limit: 700, holds: true }],
    ['a rate that is too low', { value: 699, atLeast: 700 }, { ratio: null, limit: 700, holds: false }],
    ['nothing without a limit', { value: 1, reference: 4 }, { ratio: 0.25, limit: null, holds: null }],
  ])('judges %s', (_, measured, expected) => {
    expect(figure({ name: 'a', unit: 'ms', ...measured })).toMatchObject(expected);
  });

  test('always has the same keys, so that its JSON is a table', () => {
    expect(Object.keys(figure({ name: 'a', unit: 'ms', value: 1 }))).toEqual([
      'name',
      'value',
      'unit',
      'reference',
      'ratio',
      'limit',
      'holds',
    ]);
  });

  test('says on its line what does not hold', () => {
    expect(formatFigure(figure({ name: 'a', unit: 'ms', value: 3, reference: 1, atMost: 2 }))).toMatch(
      /limit 2 x: DOES NOT HOLD$/u,
    );
    expect(formatFigure(figure({ name: 'a', unit: 'ms', value: 1, atMost: 2 }))).toMatch(/limit 2: holds$/u);
  });
});

test('the median and a percentile are values that were measured', () => {
  const values = [9, 1, 5, 3, 7];
  expect([median(values), percentile(values, 0.95), percentile(values, 0)]).toEqual([5, 9, 1]);
});
