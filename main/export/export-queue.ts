import { ReportedFailure } from '#main/failure.ts';

/** What waits for its turn. Settles what it promised once its work ends, or once it is cancelled while it still waits. */
interface Job {
  readonly id: string;
  /** Of the window that asked. */
  readonly windowId: number;
  readonly signal: AbortSignal;
  readonly start: () => Promise<void>;
  readonly refuse: () => void;
  isPaused: boolean;
}

export interface QueuedWork<Result> {
  /** Chosen by whoever asks; no two that wait or run at once have the same. */
  readonly id: string;
  readonly windowId: number;
  readonly signal: AbortSignal;
  /** Begins with its turn. What `signal` and the queue's end cancel is told by the signal that it gets. */
  work(signal: AbortSignal): Promise<Result>;
}

/**
 * Exports in the order in which they were asked for, one at a time. One that is paused while it waits lets the others pass; one that is
 * paused while it runs keeps its turn, since what it has read is in memory. One that fails or is cancelled makes room for the next.
 */
export class ExportQueue {
  readonly #holdRunning: (isPaused: boolean) => void;
  #waiting: readonly Job[] = [];
  #running: Job | null = null;
  readonly #ends = new Map<string, AbortController>();
  #idle: readonly (() => void)[] = [];

  /** `holdRunning`: makes what runs stand still, or go on. */
  constructor(holdRunning: (isPaused: boolean) => void) {
    this.#holdRunning = holdRunning;
  }

  /** Rejects with the failure `cancelled` where it is cancelled before its turn, else with what the work rejects with. */
  add<Result>({ id, windowId, signal, work }: QueuedWork<Result>): Promise<Result> {
    const end = new AbortController();
    this.#ends.set(id, end);
    const ended = AbortSignal.any([signal, end.signal]);
    return new Promise<Result>((resolve, reject) => {
      const refuse = (): void =>
        reject(new ReportedFailure({ code: 'cancelled', message: 'the export was taken out of the queue' }));
      const start = (): Promise<void> => work(ended).then(resolve, reject);
      const job: Job = { id, windowId, signal: ended, start, refuse, isPaused: false };
      ended.addEventListener('abort', () => this.#drop(job), { once: true });
      this.#waiting = [...this.#waiting, job];
      if (ended.aborted) this.#drop(job);
      else this.#advance();
    }).finally(() => this.#ends.delete(id));
  }

  pause(id: string, isPaused: boolean): void {
    const job = [this.#running, ...this.#waiting].find((one) => one?.id === id);
    if (!job || job.isPaused === isPaused) return;
    job.isPaused = isPaused;
    if (job === this.#running) this.#holdRunning(isPaused);
    else this.#advance();
  }

  /** How many wait or run for this window, or for all; those that are being cancelled count no longer. */
  count(windowId?: number): number {
    const jobs = [...(this.#running ? [this.#running] : []), ...this.#waiting];
    return jobs.filter((job) => !job.signal.aborted && (windowId === undefined || job.windowId === windowId)).length;
  }

  /** Cancels all that wait or run for this window, or for all. Settles when nothing of it is left half-written. */
  async cancel(windowId?: number): Promise<void> {
    const jobs = [...this.#waiting, ...(this.#running ? [this.#running] : [])];
    const meant = jobs.filter((job) => windowId === undefined || job.windowId === windowId);
    const stopsRunning = this.#running !== null && meant.includes(this.#running);
    for (const { id } of meant) this.#ends.get(id)?.abort();
    if (stopsRunning) await new Promise<void>((resolve) => void (this.#idle = [...this.#idle, resolve]));
  }

  /** What runs notices by itself. */
  #drop(job: Job): void {
    if (!this.#waiting.includes(job)) return;
    this.#waiting = this.#waiting.filter((one) => one !== job);
    job.refuse();
  }

  #advance(): void {
    if (this.#running) return;
    const next = this.#waiting.find((job) => !job.isPaused);
    if (!next) return;
    this.#waiting = this.#waiting.filter((job) => job !== next);
    this.#running = next;
    void next.start().finally(() => {
      this.#running = null;
      for (const tell of this.#idle) tell();
      this.#idle = [];
      this.#advance();
    });
  }
}
