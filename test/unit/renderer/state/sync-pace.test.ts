import { expect, it } from 'vitest';
import type { SyncProgress } from '#preload/contract/library-types.ts';
import { type Pace, paceOf, type Sample, withSample } from '#renderer/state/sync-pace.ts';

const fetching = (done: number, bytesDown: number, archive = 'news'): SyncProgress => ({
  stage: 'fetching',
  archive,
  done,
  total: 1_000,
  bytesDown,
});

function paceAfter(steps: readonly (readonly [atMs: number, progress: SyncProgress])[]): Pace | null {
  return paceOf(steps.reduce<readonly Sample[]>((samples, [atMs, progress]) => withSample(samples, progress, atMs), []));
}

it('says nothing before it has seen enough', () => {
  expect(paceAfter([])).toBeNull();
  expect(paceAfter([[0, fetching(0, 0)]])).toBeNull();
  expect(
    paceAfter([
      [0, fetching(0, 0)],
      [1_500, fetching(100, 50_000)],
    ]),
  ).toBeNull();
});

it('tells bytes a second, and how long the rest of the stage takes', () => {
  const pace = paceAfter([
    [0, fetching(0, 0)],
    [2_000, fetching(100, 50_000)],
    [4_000, fetching(200, 100_000)],
  ]);
  expect(pace).toEqual({ bytesPerSecond: 25_000, secondsLeft: 16 });
});

it('goes by the last seconds, not by the whole', () => {
  const pace = paceAfter([
    [0, fetching(0, 0)],
    [60_000, fetching(100, 10_000)],
    [64_000, fetching(500, 410_000)],
  ]);
  expect(pace).toEqual({ bytesPerSecond: 100_000, secondsLeft: 5 });
});

it('begins anew with another stage or another archive', () => {
  const begun: readonly (readonly [number, SyncProgress])[] = [
    [0, fetching(0, 0)],
    [4_000, fetching(200, 100_000)],
  ];
  expect(paceAfter([...begun, [5_000, fetching(0, 0, 'weekly')]])).toBeNull();
  expect(paceAfter([...begun, [5_000, { stage: 'indexing', archive: 'news', done: 0, total: 10 }]])).toBeNull();
});

it('has no end in sight while nothing comes, and no bytes where none are fetched', () => {
  expect(
    paceAfter([
      [0, fetching(200, 100_000)],
      [5_000, fetching(200, 100_000)],
    ]),
  ).toEqual({ bytesPerSecond: 0, secondsLeft: null });
  expect(
    paceAfter([
      [0, { stage: 'indexing', archive: 'news', done: 0, total: 100 }],
      [5_000, { stage: 'indexing', archive: 'news', done: 50, total: 100 }],
    ]),
  ).toEqual({ bytesPerSecond: null, secondsLeft: 5 });
  expect(
    paceAfter([
      [0, { stage: 'listing', archive: 'news', bytesDown: 0 }],
      [4_000, { stage: 'listing', archive: 'news', bytesDown: 8_000 }],
    ]),
  ).toEqual({ bytesPerSecond: 2_000, secondsLeft: null });
});
