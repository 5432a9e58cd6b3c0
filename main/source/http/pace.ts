import { SourceFailure } from '../source.ts';

/** What a server sends to say that it is still at work: Git's sends five bytes every five seconds. */
const leastBytes = 4096;
/** Of the longest silence that is borne: five minutes in a sync. */
const windowStalls = 10;

export interface Pace {
  /** `waitedMs` were spent waiting for `bytes`. Throws 'timed-out' where that is too slow to be anything but a trap. */
  note(bytes: number, waitedMs: number): void;
}

/**
 * A server that sends a byte now and then is never silent, and would hold a sync for ever. Only waiting counts: while this side
 * is busy with what it has, the server owes nothing.
 */
export function createPace(stallTimeoutMs: number, host: string): Pace {
  let received = 0;
  let waited = 0;
  return {
    note(bytes, waitedMs) {
      received += bytes;
      waited += waitedMs;
      if (received < leastBytes && waited > windowStalls * stallTimeoutMs)
        throw new SourceFailure('timed-out', `only ${received} bytes were received in ${Math.round(waited / 1000)} s`, { host });
      if (received >= leastBytes) received = waited = 0;
    },
  };
}
