import type { Failure } from '#preload/contract/failure.ts';
import type { UpdateChoice, UpdateRelease, UpdateState } from '#preload/contract/update-types.ts';

export type UpdateEvent =
  | { readonly kind: 'check-started' }
  | { readonly kind: 'nothing-newer'; readonly at: string }
  | { readonly kind: 'release-found'; readonly release: UpdateRelease }
  | { readonly kind: 'download-started' }
  | { readonly kind: 'bytes-received'; readonly receivedBytes: number }
  /** Verified; `release` where it came by hand, without having been found before. */
  | { readonly kind: 'staged'; readonly file: string; readonly release?: UpdateRelease }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly release?: UpdateRelease }
  | { readonly kind: 'cancelled' };

/** The next state. An event that has no meaning in a state leaves it: nothing that arrives late can undo what happened since. */
export function nextState(state: UpdateState, event: UpdateEvent): UpdateState {
  switch (event.kind) {
    case 'check-started':
      return canCheck(state) ? { kind: 'checking' } : state;
    case 'nothing-newer':
      return state.kind === 'checking' ? { kind: 'idle', checkedAt: event.at } : state;
    case 'release-found':
      return state.kind === 'checking' ? { kind: 'available', release: event.release } : state;
    case 'download-started': {
      const release = downloadable(state);
      return release === null ? state : { kind: 'downloading', release, receivedBytes: 0 };
    }
    case 'bytes-received':
      return state.kind === 'downloading' ? { ...state, receivedBytes: event.receivedBytes } : state;
    case 'staged': {
      const release = event.release ?? releaseOf(state);
      return release === null || (event.release === undefined && state.kind !== 'downloading')
        ? state
        : { kind: 'ready', release, file: event.file };
    }
    case 'failed':
      return { kind: 'failed', release: event.release ?? releaseOf(state), failure: event.failure };
    case 'cancelled':
      return cancelled(state);
  }
}

export function canCheck({ kind }: UpdateState): boolean {
  return kind !== 'checking' && kind !== 'downloading' && kind !== 'ready';
}

/** The release that a download can begin for; null where there is none. */
export function downloadable(state: UpdateState): UpdateRelease | null {
  return state.kind === 'available' || state.kind === 'failed' ? state.release : null;
}

export function releaseOf(state: UpdateState): UpdateRelease | null {
  return 'release' in state ? state.release : null;
}

function cancelled(state: UpdateState): UpdateState {
  if (state.kind === 'downloading') return { kind: 'available', release: state.release };
  return state.kind === 'checking' ? { kind: 'idle', checkedAt: null } : state;
}

const dayMs = 24 * 60 * 60 * 1_000;

interface CheckFacts {
  readonly choice: UpdateChoice;
  readonly state: UpdateState;
  /** Of the last attempt to check, whatever came of it; null where there was none. */
  readonly lastTriedAtMs: number | null;
  readonly nowMs: number;
}

/** Whether the application may ask by itself: where the reader wishes it, once a day. A clock that was set back does not stop it. */
export function isCheckDue({ choice, state, lastTriedAtMs, nowMs }: CheckFacts): boolean {
  if (choice === 'off' || !canCheck(state)) return false;
  return lastTriedAtMs === null || Math.abs(nowMs - lastTriedAtMs) >= dayMs;
}

interface DownloadFacts {
  readonly choice: UpdateChoice;
  readonly isMetered: boolean;
  readonly canInstall: boolean;
  /** Versions that failed once: never tried again but by the reader's own hand. */
  readonly failedVersions: readonly string[];
}

/** Whether the application may fetch a found release by itself. */
export function mayDownloadUnasked(release: UpdateRelease, facts: DownloadFacts): boolean {
  const { choice, isMetered, canInstall, failedVersions } = facts;
  return choice === 'automatic' && canInstall && !isMetered && !failedVersions.includes(release.version);
}
