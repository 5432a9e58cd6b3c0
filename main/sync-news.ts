import type { SyncProgress } from '#preload/contract/library-types.ts';
import type { SendEvent } from '#main/ipc/send-event.ts';

const changedAfterMs = 700;

/** Tells the window how a sync goes; that the library changed it says at most about once a second, and at the end. */
export function announceProgress(send: SendEvent, nowMs: () => number = Date.now): (progress: SyncProgress) => void {
  let saidAtMs = 0;
  return (progress) => {
    send('sync.progress', progress);
    const isDue =
      (progress.stage === 'fetching' || progress.stage === 'rereading') &&
      progress.done > 0 &&
      nowMs() - saidAtMs >= changedAfterMs;
    if (!isDue && progress.stage !== 'finished') return;
    saidAtMs = nowMs();
    send('library.changed', { archive: progress.archive });
  };
}
