import type { SyncProgress } from '#preload/contract/library-types.ts';

export interface Sample {
  readonly atMs: number;
  readonly archive: string;
  readonly stage: SyncProgress['stage'];
  readonly done: number;
  readonly total: number;
  /** null for stages that fetch nothing. */
  readonly bytes: number | null;
}

/** What the last seconds tell of how a stage goes on. */
export interface Pace {
  readonly bytesPerSecond: number | null;
  /** Of this stage; null where its end is not in sight. */
  readonly secondsLeft: number | null;
}

/** Long enough for a line that stutters, short enough to follow one that gets better. */
const windowMs = 12_000;
const shortestMs = 2_000;

/** The samples with a new one; begins anew with another stage or archive, and forgets what is older than the window. */
export function withSample(samples: readonly Sample[], progress: SyncProgress, atMs: number): readonly Sample[] {
  const { stage, archive } = progress;
  const isCounted = 'done' in progress;
  const sample: Sample = {
    atMs,
    archive,
    stage,
    done: isCounted ? progress.done : 0,
    total: isCounted ? progress.total : 0,
    bytes: 'bytesDown' in progress ? progress.bytesDown : null,
  };
  const before = samples.filter((one) => one.stage === stage && one.archive === archive && atMs - one.atMs <= windowMs);
  return [...before, sample];
}

/** null until enough was seen to say something. */
export function paceOf(samples: readonly Sample[]): Pace | null {
  const [first, last] = [samples[0], samples.at(-1)];
  if (!first || !last || last.atMs - first.atMs < shortestMs) return null;
  const seconds = (last.atMs - first.atMs) / 1_000;
  const perSecond = (last.done - first.done) / seconds;
  const left = last.total - last.done;
  return {
    bytesPerSecond: last.bytes === null || first.bytes === null ? null : Math.max(0, last.bytes - first.bytes) / seconds,
    secondsLeft: perSecond > 0 && left > 0 ? left / perSecond : null,
  };
}
