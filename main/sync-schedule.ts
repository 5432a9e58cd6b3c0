import type { ArchiveSummary } from '#preload/contract/library-types.ts';
import type { SyncSchedule } from '#preload/contract/settings-types.ts';

/** What is known when archives are looked through for those that are due. */
export interface ScheduleInput {
  readonly schedule: SyncSchedule;
  readonly archives: readonly Pick<ArchiveSummary, 'id' | 'lastSyncedAt'>[];
  readonly nowMs: number;
  readonly isOnBattery: boolean;
  /** Null where the system does not say: as if it were not. */
  readonly isMetered: boolean | null;
  /** The application began a moment ago. */
  readonly isStarting: boolean;
  /** Tries of this run of the application that failed one after another, by archive, and when the last one was. */
  readonly failures: ReadonlyMap<string, { readonly times: number; readonly lastAtMs: number }>;
}

export interface SchedulePlan {
  readonly due: readonly string[];
  /** When to look again; null: nothing will be due before something changes. */
  readonly nextLookAtMs: number | null;
}

const hourMs = 3_600_000;
const firstPauseMs = 15 * 60_000;
/** While power or a connection is spared, or where the clock was set, it is looked again after so long. */
const longestWaitMs = hourMs;

/**
 * Which archives are to be synced now without being asked, and when to look again. By default none ever is: the network is
 * silent unless the reader chose a schedule. After a failure the pause grows from 15 minutes, and is never longer than the
 * schedule's own.
 */
export function planSyncs(input: ScheduleInput): SchedulePlan {
  const { schedule, archives, nowMs, isStarting } = input;
  if (schedule.when === 'asked' || archives.length === 0) return { due: [], nextLookAtMs: null };
  if (schedule.isSparing && (input.isOnBattery || input.isMetered === true)) {
    return { due: [], nextLookAtMs: schedule.when === 'hours' || isStarting ? nowMs + longestWaitMs : null };
  }
  if (schedule.when === 'start') return { due: isStarting ? archives.map(({ id }) => id) : [], nextLookAtMs: null };
  const dueAtMs = new Map(archives.map((archive) => [archive.id, dueTime(archive, input)]));
  const later = [...dueAtMs.values()].filter((atMs) => atMs > nowMs);
  return {
    due: archives.filter(({ id }) => (dueAtMs.get(id) ?? nowMs) <= nowMs).map(({ id }) => id),
    nextLookAtMs: Math.min(...later, nowMs + longestWaitMs),
  };
}

function dueTime({ id, lastSyncedAt }: ScheduleInput['archives'][number], input: ScheduleInput): number {
  const everyMs = input.schedule.everyHours * hourMs;
  // A time that lies ahead comes of a clock that was put back: it says nothing.
  const lastMs = lastSyncedAt === null ? 0 : Math.min(Date.parse(lastSyncedAt), input.nowMs);
  const failure = input.failures.get(id);
  const pauseMs = failure ? Math.min(everyMs, firstPauseMs * 2 ** Math.min(10, failure.times - 1)) : 0;
  return Math.max(lastMs + everyMs, failure ? failure.lastAtMs + pauseMs : 0);
}
