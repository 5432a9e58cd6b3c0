import type { ArchiveSummary, SyncReport } from '#preload/contract/library-types.ts';
import type { SyncSchedule } from '#preload/contract/settings-types.ts';
import { planSyncs, type SchedulePlan } from './sync-schedule.ts';

/** What the schedule needs of the application and of the machine. */
export interface ScheduledSyncParts {
  /** As the library keeps it, however long that takes to be read. */
  schedule(): Promise<SyncSchedule>;
  /** Those that come from a place that can have news. */
  archives(): Promise<readonly ArchiveSummary[]>;
  sync(archiveIds: readonly string[], signal: AbortSignal): Promise<readonly SyncReport[]>;
  isOnBattery(): boolean;
  /** Null where the system does not say. Asked only where the answer matters. */
  isMetered(): Promise<boolean | null>;
  readonly nowMs: () => number;
}

export interface ScheduledSync {
  /**
   * What the reader paused: it is left alone until the reader goes on with it. The first look at what is due waits for this to be
   * said once, for only the window knows what was paused before the application was closed.
   */
  hold(wishes: readonly (readonly string[] | null)[]): void;
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
/** The library did not answer: it may be busy, or being closed. */
const afterFailedLookMs = 15 * 60_000;
/** The reader's first minute belongs to reading. */
const afterStartMs = 5_000;

/** Syncs by the reader's schedule; without one it does nothing at all. */
export function startScheduledSync(parts: ScheduledSyncParts): ScheduledSync {
  return new Scheduled(parts);
}

class Scheduled implements ScheduledSync {
  readonly #parts: ScheduledSyncParts;
  readonly #failures = new Map<string, { times: number; lastAtMs: number }>();
  #timer: NodeJS.Timeout | null = null;
  #running: AbortController | null = null;
  #isStarting = true;
  #isLooking = false;
  #isToLookAgain = false;
  #isAsleep = false;
  /** Null: nobody has said it yet. */
  #held: readonly (readonly string[] | null)[] | null = null;

  constructor(parts: ScheduledSyncParts) {
    this.#parts = parts;
  }

  hold(wishes: readonly (readonly string[] | null)[]): void {
    const delayMs = this.#held ? 0 : afterStartMs;
    this.#held = wishes;
    this.lookIn(delayMs);
  }

  look(): void {
    this.lookIn(0);
  }

  lookIn(delayMs: number): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = this.#isAsleep || !this.#held ? null : setTimeout(() => void this.#lookOnce(), Math.max(0, delayMs));
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

  /** Looking takes its time; who asks meanwhile is served after it, for what is seen may be old by then. */
  async #lookOnce(): Promise<void> {
    if (this.#running) return;
    if (this.#isLooking) {
      this.#isToLookAgain = true;
      return;
    }
    this.#isLooking = true;
    const plan = await this.#plan().catch(() => null);
    this.#isLooking = false;
    const isToLookAgain = this.#isToLookAgain;
    this.#isToLookAgain = false;
    if (this.#isAsleep) return;
    if (isToLookAgain) this.look();
    else if (plan) await this.#follow(plan);
    else this.lookIn(afterFailedLookMs);
  }

  async #plan(): Promise<SchedulePlan> {
    const { schedule: readSchedule, archives: readArchives, isOnBattery, isMetered, nowMs: now } = this.#parts;
    const schedule = await readSchedule();
    const isAsked = schedule.when === 'asked';
    if (isAsked) this.#isStarting = false;
    const input = {
      schedule,
      archives: isAsked ? [] : (await readArchives()).filter(({ id }) => !this.#isHeld(id)),
      nowMs: now(),
      isOnBattery: isOnBattery(),
      isMetered: null,
      isStarting: this.#isStarting,
      failures: this.#failures,
    };
    const plan = planSyncs(input);
    return plan.due.length > 0 && schedule.isSparing ? planSyncs({ ...input, isMetered: await isMetered() }) : plan;
  }

  #isHeld(id: string): boolean {
    return (this.#held ?? []).some((wish) => wish === null || wish.includes(id));
  }

  async #follow({ due, nextLookAtMs }: SchedulePlan): Promise<void> {
    if (due.length > 0) {
      this.#isStarting = false;
      await this.#run(due);
    } else if (nextLookAtMs !== null) this.lookIn(nextLookAtMs - this.#parts.nowMs());
  }

  async #run(due: readonly string[]): Promise<void> {
    const controller = new AbortController();
    this.#running = controller;
    const reports = await this.#parts.sync(due, controller.signal).catch(() => []);
    this.#running = null;
    this.#note(reports, due, controller.signal);
    this.look();
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
