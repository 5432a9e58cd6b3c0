import { createContext } from '@lit/context';
import type { Failure } from '#preload/contract/failure.ts';
import type { SyncProgress, SyncReport } from '#preload/contract/library-types.ts';
import type { SyncWish } from './paused-syncs.ts';

export type SyncState =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'running';
      readonly progress: SyncProgress | null;
      readonly isCancelling: boolean;
      /** How many more syncs were asked for. */
      readonly waiting: number;
    }
  /** Ended by the reader to go on later. */
  | { readonly kind: 'paused'; readonly wishes: readonly SyncWish[] }
  /** What the reader did not begin just now: kept pages read anew, pictures that come in, a sync by the schedule. */
  | { readonly kind: 'upkeep'; readonly progress: SyncProgress }
  | { readonly kind: 'finished'; readonly reports: readonly SyncReport[] }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly failure: Failure };

export const idleSync: SyncState = { kind: 'idle' };

export const syncContext = createContext<SyncState>(Symbol('sync'));

/** Done part of the whole from 0 to 1; null while the whole is not known. */
export const syncFraction = (progress: SyncProgress | null): number | null =>
  progress && 'total' in progress && progress.total > 0 ? Math.min(1, progress.done / progress.total) : null;

/** The failure that a sync ended in, with the archive it belongs to; a sync that was cancelled did not fail. */
export const syncFailure = (sync: SyncState): { readonly archive: string | null; readonly failure: Failure } | null => {
  if (sync.kind === 'failed') return { archive: null, failure: sync.failure };
  if (sync.kind !== 'finished') return null;
  for (const { archive, failure } of sync.reports) if (failure && failure.code !== 'cancelled') return { archive, failure };
  return null;
};
