import { SourceFailure } from '../source.ts';

export interface Patience {
  readonly signal: AbortSignal;
  /** Longest silence, in milliseconds. */
  readonly stallTimeoutMs: number;
  /** Who is waited for. */
  readonly host: string;
}

function cancelled(): SourceFailure {
  return new SourceFailure('cancelled', 'cancelled');
}

export function throwIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw cancelled();
}

/** The result of `work`, unless the signal or the clock comes first: then `giveUp` is called to free what `work` holds. */
export async function withPatience<Result>(work: Promise<Result>, patience: Patience, giveUp: () => void): Promise<Result> {
  const { signal, stallTimeoutMs, host } = patience;
  const ending = new AbortController();
  const interruption = new Promise<never>((_resolve, reject) => {
    const interrupt = (failure: SourceFailure): void => {
      reject(failure);
      giveUp();
    };
    const timer = setTimeout(() => {
      interrupt(new SourceFailure('timed-out', `nothing was received for ${stallTimeoutMs / 1000} s`, { host }));
    }, stallTimeoutMs);
    ending.signal.addEventListener('abort', () => clearTimeout(timer));
    signal.addEventListener('abort', () => interrupt(cancelled()), { signal: ending.signal });
    if (signal.aborted) interrupt(cancelled());
  });
  try {
    return await Promise.race([work, interruption]);
  } finally {
    ending.abort();
  }
}
