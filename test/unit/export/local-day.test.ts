import { expect, it } from 'vitest';
import { localDay } from '#main/export/local-day.ts';

it.each([
  [new Date(2026, 0, 2, 0, 0, 1), '2026-01-02'],
  [new Date(2026, 11, 31, 23, 59, 59), '2026-12-31'],
])('is the day of the place, at its first and its last second', (now, day) => {
  expect(localDay(now)).toBe(day);
});
