import { describe, expect, it } from 'vitest';
import { planSyncs, type ScheduleInput } from '#main/sync-schedule.ts';

const hourMs = 3_600_000;
const nowMs = Date.parse('2026-03-01T12:00:00Z');
const hoursAgo = (hours: number): string => new Date(nowMs - hours * hourMs).toISOString();

const input = (change: Partial<ScheduleInput> = {}, schedule: Partial<ScheduleInput['schedule']> = {}): ScheduleInput => ({
  schedule: { when: 'hours', everyHours: 3, isSparing: true, ...schedule },
  archives: [
    { id: 'old', lastSyncedAt: hoursAgo(4) },
    { id: 'fresh', lastSyncedAt: hoursAgo(1) },
    { id: 'never', lastSyncedAt: null },
  ],
  nowMs,
  isOnBattery: false,
  isMetered: null,
  isStarting: false,
  failures: new Map(),
  ...change,
});

describe('when archives are synced by themselves', () => {
  it.each([true, false])('never, unless the reader said so (just started: %s)', (isStarting) => {
    expect(planSyncs(input({ isStarting }, { when: 'asked' }))).toEqual({ due: [], nextLookAtMs: null });
  });

  it('all of them at start and not again, where the reader wants it so', () => {
    expect(planSyncs(input({ isStarting: true }, { when: 'start' }))).toEqual({
      due: ['old', 'fresh', 'never'],
      nextLookAtMs: null,
    });
    expect(planSyncs(input({}, { when: 'start' }))).toEqual({ due: [], nextLookAtMs: null });
  });

  it('each so many hours after its last sync', () => {
    expect(planSyncs(input())).toEqual({ due: ['old', 'never'], nextLookAtMs: nowMs + hourMs });
    const soon = [{ id: 'fresh', lastSyncedAt: hoursAgo(2.5) }];
    expect(planSyncs(input({ archives: soon }))).toEqual({ due: [], nextLookAtMs: nowMs + hourMs / 2 });
  });

  it('once after a long sleep, however much was missed', () => {
    expect(planSyncs(input({ archives: [{ id: 'old', lastSyncedAt: hoursAgo(90) }] })).due).toEqual(['old']);
  });

  it('not on the battery, unless that is allowed; it is looked again later', () => {
    expect(planSyncs(input({ isOnBattery: true }))).toEqual({ due: [], nextLookAtMs: nowMs + hourMs });
    expect(planSyncs(input({ isOnBattery: true }, { isSparing: false })).due).toEqual(['old', 'never']);
    expect(planSyncs(input({ isOnBattery: true, isStarting: true }, { when: 'start' }))).toEqual({
      due: [],
      nextLookAtMs: nowMs + hourMs,
    });
  });

  it('not on a metered connection, unless that is allowed', () => {
    expect(planSyncs(input({ isMetered: true }))).toEqual({ due: [], nextLookAtMs: nowMs + hourMs });
    expect(planSyncs(input({ isMetered: true }, { isSparing: false })).due).toEqual(['old', 'never']);
    expect(planSyncs(input({ isMetered: false })).due).toEqual(['old', 'never']);
  });

  it.each([
    [1, 15],
    [2, 30],
    [4, 120],
    [9, 180],
  ])('after %s failures no sooner than %s minutes later', (times, minutes) => {
    const at = (agoMinutes: number): readonly string[] =>
      planSyncs(
        input({
          archives: [{ id: 'old', lastSyncedAt: hoursAgo(50) }],
          failures: new Map([['old', { times, lastAtMs: nowMs - agoMinutes * 60_000 }]]),
        }),
      ).due;
    expect([at(minutes - 1), at(minutes)]).toEqual([[], ['old']]);
  });

  it('minds no time that lies ahead: the clock was put back', () => {
    const archives = [{ id: 'ahead', lastSyncedAt: hoursAgo(-1_000) }];
    expect(planSyncs(input({ archives }))).toEqual({ due: [], nextLookAtMs: nowMs + hourMs });
  });

  it('has nothing to look for where there is no archive', () => {
    expect(planSyncs(input({ archives: [] }))).toEqual({ due: [], nextLookAtMs: null });
  });
});
