import { expect, test } from 'vitest';
import { outlineSteps } from '#renderer/components/op-outline-menu-steps.ts';

const stepsOf = (...levels: readonly number[]): readonly number[] => outlineSteps(levels.map((level) => ({ level })));

test('entries are set in by their level under the highest that there is, three steps at most', () => {
  expect(stepsOf(3, 4, 5, 6, 3)).toEqual([0, 1, 2, 3, 0]);
  expect(stepsOf(4, 2, 6)).toEqual([2, 0, 3]);
  expect(stepsOf()).toEqual([]);
});

test('an outline longer than a call can have arguments is set in as well', () => {
  const entries = Array.from({ length: 200_000 }, (_, at) => ({ level: at === 0 ? 2 : 3 }));
  expect(new Set(outlineSteps(entries))).toEqual(new Set([0, 1]));
});
