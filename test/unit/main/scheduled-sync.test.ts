import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type ScheduledSync, type ScheduledSyncParts, startScheduledSync } from '#main/scheduled-sync.ts';
import type { ArchiveSummary, SyncReport } from '#preload/contract/library-types.ts';
import type { SyncSchedule } from '#preload/contract/settings-types.ts';

const hourMs = 3_600_000;
let scheduled: ScheduledSync | null = null;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-03-01T12:00:00Z') });
});
afterEach(() => {
  scheduled?.close();
  scheduled = null;
  vi.useRealTimers();
});

const report = (archive: string, failure: SyncReport['failure']): SyncReport => ({
  archive,
  head: null,
  added: 0,
  changed: 0,
  removed: 0,
  failed: [],
  bytesDown: 0,
  bytesUp: 0,
  seconds: 1,
  pictures: { stored: 0, missing: 0 },
  failure,
});

interface Stage {
  schedule: SyncSchedule;
  readonly runs: string[][];
  outcome: 'done' | 'fails' | 'hangs';
  lastSyncedAt: string | null;
  isMetered: boolean;
  readonly paused: readonly (readonly string[] | null)[];
  /** How often the system was asked about the connection. */
  asked: number;
  /** How long the library takes to name its archives. */
  listingMs: number;
}

function start(change: Partial<SyncSchedule>, paused: Stage['paused'] = []): Stage {
  const stage: Stage = {
    schedule: { when: 'hours', everyHours: 1, isSparing: false, ...change },
    runs: [],
    paused,
    outcome: 'done',
    lastSyncedAt: null,
    isMetered: false,
    asked: 0,
    listingMs: 0,
  };
  const sync: ScheduledSyncParts['sync'] = async (ids, signal) => {
    stage.runs.push([...ids]);
    if (stage.outcome === 'hangs')
      await new Promise<void>((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('cancelled'))));
    if (stage.outcome === 'fails') return ids.map((id) => report(id, { code: 'connection-failed', message: 'no way' }));
    stage.lastSyncedAt = new Date().toISOString();
    return ids.map((id) => report(id, null));
  };
  scheduled = startScheduledSync({
    schedule: async () => stage.schedule,
    archives: async () => {
      if (stage.listingMs > 0) await new Promise((resolve) => setTimeout(resolve, stage.listingMs));
      return [{ id: 'news', lastSyncedAt: stage.lastSyncedAt } as ArchiveSummary];
    },
    sync,
    isOnBattery: () => false,
    isMetered: async () => {
      stage.asked += 1;
      return stage.isMetered;
    },
    nowMs: Date.now,
  });
  scheduled.hold(stage.paused);
  return stage;
}

it('does nothing at all without a schedule, for however long', async () => {
  const stage = start({ when: 'asked' });
  await vi.advanceTimersByTimeAsync(100 * hourMs);
  expect(stage.runs).toEqual([]);
});

it('syncs at start and then every hour', async () => {
  const stage = start({});
  await vi.advanceTimersByTimeAsync(10_000);
  expect(stage.runs).toEqual([['news']]);
  await vi.advanceTimersByTimeAsync(3 * hourMs);
  expect(stage.runs).toHaveLength(4);
});

it('begins when a schedule is chosen, and ends when it is taken back', async () => {
  const stage = start({ when: 'asked' });
  await vi.advanceTimersByTimeAsync(hourMs);
  stage.schedule = { ...stage.schedule, when: 'hours' };
  scheduled?.look();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(stage.runs).toHaveLength(1);
  stage.schedule = { ...stage.schedule, when: 'asked' };
  await vi.advanceTimersByTimeAsync(20 * hourMs);
  expect(stage.runs).toHaveLength(1);
});

it('tries less and less often what fails', async () => {
  const stage = start({ everyHours: 24 });
  stage.outcome = 'fails';
  await vi.advanceTimersByTimeAsync(24 * hourMs);
  // After 15, 30, 60, 120, 240 and 480 minutes.
  expect(stage.runs).toHaveLength(7);
});

it('ends when the machine falls asleep, and begins once a while after it woke', async () => {
  const stage = start({});
  stage.outcome = 'hangs';
  await vi.advanceTimersByTimeAsync(10_000);
  expect(stage.runs).toHaveLength(1);
  scheduled?.suspend();
  await vi.advanceTimersByTimeAsync(10 * hourMs);
  expect(stage.runs).toHaveLength(1);
  stage.outcome = 'done';
  scheduled?.resume();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(stage.runs).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(stage.runs).toHaveLength(2);
});

it('leaves alone for a while what the reader stopped', async () => {
  const stage = start({});
  stage.outcome = 'hangs';
  await vi.advanceTimersByTimeAsync(10_000);
  stage.outcome = 'done';
  scheduled?.stop();
  await vi.advanceTimersByTimeAsync(10 * 60_000);
  expect(stage.runs).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(10 * 60_000);
  expect(stage.runs).toHaveLength(2);
});

it('waits while the connection is metered, and asks about that only where it matters', async () => {
  const stage = start({ isSparing: true });
  stage.isMetered = true;
  await vi.advanceTimersByTimeAsync(90 * 60_000);
  expect([stage.runs, stage.asked]).toEqual([[], 2]);
  stage.isMetered = false;
  await vi.advanceTimersByTimeAsync(hourMs);
  expect([stage.runs, stage.asked]).toEqual([[['news']], 3]);
});

it('does not ask about the connection where nothing is spared or nothing is scheduled', async () => {
  const stage = start({ when: 'asked', isSparing: true });
  await vi.advanceTimersByTimeAsync(hourMs);
  stage.schedule = { when: 'hours', everyHours: 1, isSparing: false };
  scheduled?.look();
  await vi.advanceTimersByTimeAsync(hourMs);
  expect([stage.runs.length, stage.asked]).toEqual([2, 0]);
});

it('begins one sync, however often it is told to look meanwhile', async () => {
  const stage = start({});
  stage.listingMs = 1_000;
  stage.outcome = 'hangs';
  for (let time = 0; time < 5; time += 1) {
    scheduled?.look();
    await vi.advanceTimersByTimeAsync(300);
  }
  await vi.advanceTimersByTimeAsync(10_000);
  expect(stage.runs).toEqual([['news']]);
});

it('begins nothing when the machine fell asleep while it looked', async () => {
  const stage = start({});
  stage.listingMs = 1_000;
  scheduled?.look();
  await vi.advanceTimersByTimeAsync(300);
  scheduled?.suspend();
  await vi.advanceTimersByTimeAsync(hourMs);
  expect(stage.runs).toEqual([]);
});

it('looks again for what it was told while it looked', async () => {
  const stage = start({ when: 'asked' });
  stage.listingMs = 1_000;
  scheduled?.look();
  await vi.advanceTimersByTimeAsync(300);
  stage.schedule = { ...stage.schedule, when: 'hours' };
  scheduled?.look();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(stage.runs).toEqual([['news']]);
});

it('leaves alone what the reader paused before, until the reader goes on with it', async () => {
  const stage = start({}, [['weekly'], ['news']]);
  await vi.advanceTimersByTimeAsync(10 * hourMs);
  expect(stage.runs).toEqual([]);
  scheduled?.hold([['weekly']]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(stage.runs).toEqual([['news']]);
  scheduled?.hold([null]);
  await vi.advanceTimersByTimeAsync(10 * hourMs);
  expect(stage.runs).toHaveLength(1);
});

it('begins nothing before it was told what is paused', async () => {
  const runs: unknown[] = [];
  scheduled = startScheduledSync({
    schedule: async () => ({ when: 'start', everyHours: 1, isSparing: false }),
    archives: async () => [{ id: 'news', lastSyncedAt: null } as ArchiveSummary],
    sync: async (ids) => {
      runs.push(ids);
      return [];
    },
    isOnBattery: () => false,
    isMetered: async () => null,
    nowMs: Date.now,
  });
  scheduled.look();
  await vi.advanceTimersByTimeAsync(hourMs);
  expect(runs).toEqual([]);
  scheduled.hold([]);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(runs).toEqual([['news']]);
});
