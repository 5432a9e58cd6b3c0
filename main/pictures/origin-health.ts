import { retryDelayMs, type RetryPolicy } from './retry-delay.ts';

interface Health {
  /** Rounds of trouble in a row: failures of requests that were under way together count once. */
  rounds: number;
  /** Failures in a row of single pictures, with nothing good between them. */
  failures: number;
  /** When the last round was counted: what was under way then belongs to it, however late it fails. */
  troubledAtMs: number;
  restsUntilMs: number;
}

/** Nothing can be had of an origin at present. */
export interface Trouble {
  readonly startedAtMs: number;
  readonly nowMs: number;
  /** What the host asks for. */
  readonly waitMs: number | null;
  readonly hasAnswered: boolean;
}

/** So many different failures in a row, and the server is not well. */
const maximumFailures = 40;

/**
 * What a run learned of each origin (scheme, host and port). One that is in trouble rests, longer each time; after as many
 * rounds as a picture has attempts it is given up for the run, so that a dead host costs a few requests and not thousands.
 */
export class OriginHealth {
  readonly #policy: RetryPolicy;
  readonly #random: () => number;
  readonly #origins = new Map<string, Health>();
  #isOnline = false;

  constructor(policy: RetryPolicy, random: () => number) {
    this.#policy = policy;
    this.#random = random;
  }

  /** Whether anything at all has answered in this run. */
  get isOnline(): boolean {
    return this.#isOnline;
  }

  isGivenUp(origin: string): boolean {
    const health = this.#origins.get(origin);
    return health !== undefined && (health.rounds >= this.#policy.maximumAttempts || health.failures >= maximumFailures);
  }

  restsUntilMs(origin: string): number {
    return this.#origins.get(origin)?.restsUntilMs ?? 0;
  }

  /** It answered as it should, were it to say that there is no such picture. */
  isWell(origin: string): void {
    this.#isOnline = true;
    this.#origins.delete(origin);
  }

  /** One picture could not be had; the host answered. */
  failedOnce(origin: string): void {
    this.#isOnline = true;
    this.#of(origin).failures += 1;
  }

  isTroubled(origin: string, trouble: Trouble): void {
    if (trouble.hasAnswered) this.#isOnline = true;
    const health = this.#of(origin);
    if (trouble.startedAtMs > health.troubledAtMs) {
      health.rounds += 1;
      health.troubledAtMs = trouble.nowMs;
    }
    const asked = Math.min(trouble.waitMs ?? 0, this.#policy.longestRetryAfterMs);
    const restMs = Math.max(asked, retryDelayMs(health.rounds, this.#policy, this.#random));
    health.restsUntilMs = Math.max(health.restsUntilMs, trouble.nowMs + restMs);
  }

  #of(origin: string): Health {
    const known = this.#origins.get(origin);
    if (known) return known;
    const health: Health = { rounds: 0, failures: 0, troubledAtMs: Number.NEGATIVE_INFINITY, restsUntilMs: 0 };
    this.#origins.set(origin, health);
    return health;
  }
}
