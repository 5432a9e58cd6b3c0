export interface RetryPolicy {
  /** Attempts at one picture, over all runs, before it is given up. */
  readonly maximumAttempts: number;
  /** Before the second attempt; doubled before each later one. */
  readonly firstRetryMs: number;
  readonly longestRetryMs: number;
  /** What a server asks for with `Retry-After` is granted up to this. */
  readonly longestRetryAfterMs: number;
}

/** Between half and the whole of the doubled delay, so that what failed together is not asked for together. */
export function retryDelayMs(failures: number, policy: RetryPolicy, random: () => number): number {
  const doubled = Math.min(policy.longestRetryMs, policy.firstRetryMs * 2 ** Math.max(0, failures - 1));
  return Math.round(doubled * (0.5 + random() / 2));
}

/** A number of seconds or a date; null where it is neither. */
export function retryAfterMs(header: string | undefined, nowMs: number): number | null {
  if (header === undefined) return null;
  const seconds = /^\s*\d{1,9}\s*$/u.test(header) ? Number(header) * 1000 : Date.parse(header) - nowMs;
  return Number.isNaN(seconds) ? null : Math.max(0, seconds);
}
