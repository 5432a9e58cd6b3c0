import { expect, test } from 'vitest';
import { defaultFetchPolicy } from '#main/pictures/fetch-pictures.ts';
import { OriginHealth } from '#main/pictures/origin-health.ts';

const origin = 'https://dead.example';
const fail = (health: OriginHealth, startedAtMs: number, nowMs: number): void =>
  health.isTroubled(origin, { startedAtMs, nowMs, waitMs: null, hasAnswered: false });

test('a host whose requests overlap without end is given up after as many rounds as one whose requests do not', () => {
  const health = new OriginHealth(defaultFetchPolicy, () => 0.5);
  // Two requests are under way at any time, each for 100 ms; the next of each begins when it failed.
  for (let atMs = 0; atMs < 2_000 && !health.isGivenUp(origin); atMs += 50) fail(health, atMs - 100, atMs);
  expect(health.isGivenUp(origin)).toBe(true);
});

test('what was under way together counts as one round', () => {
  const health = new OriginHealth(defaultFetchPolicy, () => 0.5);
  for (let number = 0; number < 50; number += 1) fail(health, 0, 100 + number);
  expect(health.isGivenUp(origin)).toBe(false);
});
