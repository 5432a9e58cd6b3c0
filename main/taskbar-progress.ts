import type { ImporterClient } from '#main/importer/importer-client.ts';
import type { SyncProgress } from '#preload/contract/library-types.ts';

/** A window as far as its button on the taskbar, or the icon in the dock, goes. */
interface ProgressBar {
  setProgressBar(share: number): void;
}

const none = -1;
/** More than all of it: the systems then show that something goes on without saying how far it is. */
const unknown = 2;

/** Between 0 and 1 of the stage; above 1 where that is not known. */
function shareOf(progress: SyncProgress): number {
  if (progress.stage === 'finished') return none;
  return 'total' in progress && progress.total > 0 ? progress.done / progress.total : unknown;
}

/** The same importer; what it does at the reader's wish is seen outside the window, and is gone however it ends. */
export function showOnTaskbar(importer: ImporterClient, windows: () => readonly ProgressBar[]): ImporterClient {
  const show = (share: number): void => {
    for (const window of windows()) window.setProgressBar(share);
  };
  return {
    close: () => importer.close(),
    reopen: () => importer.reopen(),
    run: async (job, signal, onProgress = () => undefined, onChecked) => {
      if (job.kind === 'upkeep') return importer.run(job, signal, onProgress, onChecked);
      try {
        const showAndTell: typeof onProgress = (progress) => {
          show(shareOf(progress));
          onProgress(progress);
        };
        return await importer.run(job, signal, showAndTell, onChecked);
      } finally {
        show(none);
      }
    },
  };
}
