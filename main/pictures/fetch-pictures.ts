import { setImmediate } from 'node:timers/promises';
import type { HttpSender } from '#main/source/http/node-http.ts';
import { SourceFailure } from '#main/source/source.ts';
import { type ClaimedPicture, countQueuedOnWeb, type QueuePart } from '#main/store/pictures/claim-pictures.ts';
import type { PictureWish } from '#main/store/pictures/enqueue-pictures.ts';
import { forgetFarAttempts } from '#main/store/pictures/record-picture.ts';
import type { WritableDb } from '#main/store/database.ts';
import { choosePictures } from './choose-pictures.ts';
import { fetchOne, type RunContext, type TransformPicture } from './fetch-one.ts';
import { createHostGuard, type ResolveHost } from './host-guard.ts';
import { HostTurns } from './host-turns.ts';
import { OriginHealth } from './origin-health.ts';
import { type OutcomeCount, OutcomeLedger } from './outcome-ledger.ts';
import type { RetryPolicy } from './retry-delay.ts';

export interface FetchPolicy extends RetryPolicy {
  /** Pictures at a time, and of these from one host. */
  readonly concurrency: number;
  readonly concurrencyPerHost: number;
  readonly longestTransferMs: number;
  /** The run ends, and leaves the rest in the queue, when nothing is due for longer than this. */
  readonly longestPauseMs: number;
}

export const defaultFetchPolicy: FetchPolicy = {
  concurrency: 8,
  concurrencyPerHost: 4,
  maximumAttempts: 5,
  firstRetryMs: 1_000,
  longestRetryMs: 60_000,
  longestRetryAfterMs: 120_000,
  longestTransferMs: 600_000,
  longestPauseMs: 30_000,
};

export interface PictureProgress {
  /** Pictures whose outcome is known, of those in the queue when the run began. */
  readonly done: number;
  readonly total: number;
  readonly storedBytes: number;
}

export interface PictureRun extends OutcomeCount {
  /** Still in the queue: the run was stopped, or a host gave no answer. */
  readonly waiting: number;
  /** True where the signal ended the run. */
  readonly isStopped: boolean;
}

export interface FetchPicturesInput {
  /** `pictures.db`. */
  readonly db: WritableDb;
  readonly http: HttpSender;
  /** Says nothing of the reader or the machine. */
  readonly userAgent: string;
  /** 'all' for the whole queue, 'asked' for what the reader asked for one by one and nothing else. */
  readonly weakest: PictureWish;
  /** Only what this archive wants; absent: what any does. */
  readonly archiveId?: string;
  readonly policy: FetchPolicy;
  /** The reader's templates of other addresses: see `alternativeAddresses`. */
  readonly templates: readonly string[];
  /** See `GuardInput`. */
  readonly privateHosts: ReadonlySet<string>;
  /** Null, or an answer without addresses, where a proxy looks names up. */
  readonly resolveHost: ResolveHost | null;
  readonly transform?: TransformPicture;
  readonly signal: AbortSignal;
  /** After each picture: keep it short. */
  onProgress(progress: PictureProgress): void;
  nowMs(): number;
  /** As `Math.random`. */
  random(): number;
}

const longestTimerMs = 2 ** 31 - 1;

/**
 * Fetches what is in the queue, until it is empty, nothing that is left can be had for now, or the signal stops it: then what
 * is under way is dropped at once and stays in the queue. Throws what the store throws ('disk-full'), nothing of the network.
 */
export async function fetchPictures(input: FetchPicturesInput): Promise<PictureRun> {
  return new Run(input).finish();
}

function partOf({ weakest, archiveId }: FetchPicturesInput): QueuePart {
  return { weakest, ...(archiveId !== undefined && { archiveId }) };
}

class Run {
  readonly #input: FetchPicturesInput;
  readonly #context: RunContext;
  readonly #inFlight = new Map<ClaimedPicture, Promise<void>>();
  /** Ends the run when the reader stops it, or when the store fails. */
  readonly #stop = new AbortController();
  readonly #ledger: OutcomeLedger;
  #ahead: readonly ClaimedPicture[] = [];
  #failure: { readonly error: unknown } | null = null;
  #wake: () => void = () => undefined;
  #alarm: NodeJS.Timeout | undefined;

  constructor(input: FetchPicturesInput) {
    this.#input = input;
    const total = countQueuedOnWeb(input.db, partOf(input));
    const nowMs = (): number => input.nowMs();
    this.#ledger = new OutcomeLedger(input.db, nowMs, ({ storedBytes, ...count }) => {
      const done = Object.values(count).reduce((sum, part) => sum + part, 0);
      input.onProgress({ done, total: Math.max(done, total), storedBytes });
    });
    const { http, userAgent, policy, templates, privateHosts, resolveHost, transform = null } = input;
    const random = (): number => input.random();
    this.#context = {
      http,
      userAgent,
      templates,
      transform,
      random,
      nowMs,
      signal: this.#stop.signal,
      retry: policy,
      longestTransferMs: policy.longestTransferMs,
      mayAsk: createHostGuard({ privateHosts, resolveHost }),
      turns: new HostTurns(policy.concurrencyPerHost),
      health: new OriginHealth(policy, random),
    };
  }

  async finish(): Promise<PictureRun> {
    const { signal, db, policy, nowMs } = this.#input;
    const stop = (): void => {
      this.#stop.abort();
      this.#wake();
    };
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
    forgetFarAttempts(db, nowMs() + Math.max(policy.longestRetryMs, policy.longestRetryAfterMs));
    try {
      while (!this.#stop.signal.aborted && (await this.#takeStep()));
    } finally {
      stop();
      await Promise.all(this.#inFlight.values());
      signal.removeEventListener('abort', stop);
    }
    if (this.#failure === null) this.#ledger.write();
    if (this.#failure !== null) throw this.#failure.error;
    return { ...this.#ledger.count, waiting: countQueuedOnWeb(db, partOf(this.#input)), isStopped: signal.aborted };
  }

  /** Writes what is due, starts what may be started, and waits for what happens next; false where nothing will. */
  async #takeStep(): Promise<boolean> {
    const { db, policy, nowMs } = this.#input;
    const ledger = this.#ledger;
    const inFlight = [...this.#inFlight.keys()];
    const { unwritten } = ledger;
    const run = { ...this.#context, db, policy, part: partOf(this.#input), inFlight, unwritten };
    const { claims, ahead, dueAtMs } = choosePictures({ ...run, ahead: this.#ahead, nowMs: nowMs() });
    this.#ahead = ahead;
    for (const claim of claims) this.#inFlight.set(claim, this.#bring(claim));
    if (ledger.dueInMs() === 0 || (this.#inFlight.size === 0 && unwritten.length > 0)) {
      // The requests go out first, so that servers work while the disk does. What happens meanwhile is seen in the next step.
      await setImmediate();
      ledger.write();
      this.#ahead = [];
      return true;
    }
    const waitMs = dueAtMs - nowMs();
    if (this.#inFlight.size === 0 && waitMs > policy.longestPauseMs) return false;
    await this.#nextEvent(Math.min(waitMs, ledger.dueInMs()));
    return true;
  }

  /** Until a picture has its outcome, `waitMs` are over or the run is stopped, whichever comes first. */
  async #nextEvent(waitMs: number): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
      if (this.#stop.signal.aborted) resolve();
      if (waitMs === Infinity) return;
      this.#alarm = setTimeout(resolve, Math.min(Math.max(0, waitMs), longestTimerMs));
    });
    clearTimeout(this.#alarm);
  }

  /** Never rejects: a failure of the store stops the run. */
  async #bring(claim: ClaimedPicture): Promise<void> {
    try {
      this.#ledger.add(claim, await fetchOne(claim, this.#context));
    } catch (error) {
      const isStopped = error instanceof SourceFailure && error.code === 'cancelled' && this.#stop.signal.aborted;
      if (!isStopped) this.#failure ??= { error };
      this.#stop.abort();
    } finally {
      this.#inFlight.delete(claim);
      this.#wake();
    }
  }
}
