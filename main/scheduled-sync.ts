import type { ArchiveSummary, SyncReport } from '#preload/contract/library-types.ts';
import type { SyncSchedule } from '#preload/contract/settings-types.ts';
import { planSyncs } from './sync-schedule.ts';

/** What the schedule needs of the application and of the machine. */
export interface ScheduledSyncParts {
  schedule(): SyncSchedule;
  /** Those that come from a place that can have news. */
  archives(): Promise<readonly ArchiveSummary[]>;
  sync(archiveIds: readonly string[], signal: AbortSignal): Promise<readonly SyncReport[]>;
  isOnBattery(): boolean;
  readonly nowMs: () => number;
}

export interface ScheduledSync {
  /** To be called when the schedule or the list of archives changed, or power came back. */
  look(): void;
  /** The machine goes to sleep: what runs by itself is ended where it stands, and is due again after waking. */
  suspend(): void;
  resume(): void;
  /** Ends what it runs now; it comes again when it is due the next time. */
  stop(): void;
  close(): void;
}

/** The network of a machine that just woke is not there at once. */
const afterWakingMs = 20_000;
/** The reader's first minute belongs to reading. */
const afterStartMs = 5_000;

/** Syncs by the reader's schedule; without one it does nothing at all. */
export function startScheduledSync(parts: ScheduledSyncParts): ScheduledSync {
  const scheduled = new Scheduled(parts);
  scheduled.lookIn(afterStartMs);
  return scheduled;
}

class Scheduled implements ScheduledSync {
  readonly #parts: ScheduledSyncParts;
  readonly #failures = new Map<string, { times: number; lastAtMs: number }>();
  #timer: NodeJS.Timeout | null = null;
  #running: AbortController | null = null;
  #isStarting = true;
  #isAsleep = false;

  constructor(parts: ScheduledSyncParts) {
    this.#parts = parts;
  }

  look(): void {
    this.lookIn(0);
  }

  lookIn(delayMs: number): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = this.#isAsleep ? null : setTimeout(() => void this.#lookNow().catch(() => undefined), Math.max(0, delayMs));
    this.#timer?.unref();
  }

  suspend(): void {
    this.#isAsleep = true;
    if (this.#timer) clearTimeout(this.#timer);
    this.#running?.abort();
  }

  resume(): void {
    this.#isAsleep = false;
    this.lookIn(afterWakingMs);
  }

  stop(): void {
    this.#running?.abort();
  }

  close(): void {
    this.suspend();
  }

  async #lookNow(): Promise<void> {
    if (this.#running) return;
    const { schedule: readSchedule, archives: readArchives, isOnBattery, nowMs: now } = this.#parts;
    const schedule = readSchedule();
    const plan = planSyncs({
      schedule,
      archives: schedule.when === 'asked' ? [] : await readArchives(),
      nowMs: now(),
      isOnBattery: isOnBattery(),
      isStarting: this.#isStarting,
      failures: this.#failures,
    });
    if (plan.due.length > 0 || schedule.when === 'asked') this.#isStarting = false;
    if (plan.due.length > 0) await this.#run(plan.due);
    else if (plan.nextLookAtMs !== null) this.lookIn(plan.nextLookAtMs - now());
  }

  async #run(due: readonly string[]): Promise<void> {
    const controller = new AbortController();
    this.#running = controller;
    const reports = await this.#parts.sync(due, controller.signal).catch(() => []);
    this.#running = null;
    this.#note(reports, due, controller.signal);
    if (this.#parts.schedule().when === 'hours') this.lookIn(0);
  }

  /** What the machine's sleep cut off did not fail; what the reader stopped is left alone for a while like what failed. */
  #note(reports: readonly SyncReport[], due: readonly string[], signal: AbortSignal): void {
    for (const id of due) {
      const report = reports.find(({ archive }) => archive === id);
      const times = (this.#failures.get(id)?.times ?? 0) + 1;
      if (report?.failure === null) this.#failures.delete(id);
      else if (!signal.aborted || !this.#isAsleep) this.#failures.set(id, { times, lastAtMs: this.#parts.nowMs() });
    }
  }
}
