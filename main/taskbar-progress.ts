import type { ImporterClient } from '#main/importer/importer-client.ts';
import type { ExportArticles } from '#main/library/export-client.ts';
import type { ExportProgress } from '#preload/contract/export-types.ts';
import type { SyncProgress } from '#preload/contract/library-types.ts';

/** A window as far as its button on the taskbar, or the icon in the dock, goes. */
interface ProgressBar {
  setProgressBar(share: number): void;
}

const none = -1;
/** More than all of it: the systems then show that something goes on without saying how far it is. */
const unknown = 2;

/** What goes on at once, as one bar: nothing that ends takes away what still goes on. */
export interface Taskbar {
  /** Begins something; it is not shown before its first step. */
  begin(): { show(share: number): void; end(): void };
}

export function createTaskbar(windows: () => readonly ProgressBar[]): Taskbar {
  const shares = new Map<symbol, number>();
  let shown = none;
  const refresh = (): void => {
    const all = [...shares.values()];
    const known = all.filter((share) => share <= 1);
    const mean = known.reduce((sum, share) => sum + share, 0) / known.length;
    const share = all.length === 0 ? none : known.length === 0 ? unknown : mean;
    if (share === shown) return;
    shown = share;
    for (const window of windows()) window.setProgressBar(share);
  };
  return {
    begin: () => {
      const key = Symbol('work');
      return {
        show: (share) => {
          shares.set(key, share);
          refresh();
        },
        end: () => {
          shares.delete(key);
          refresh();
        },
      };
    },
  };
}

/** Between 0 and 1 of the stage; above 1 where that is not known. */
function shareOfSync(progress: Exclude<SyncProgress, { stage: 'finished' }>): number {
  return 'total' in progress && progress.total > 0 ? progress.done / progress.total : unknown;
}

/** Each article is read and then written: two halves of the whole. */
function shareOfExport({ stage, done, total }: ExportProgress): number {
  return total === 0 ? unknown : (done + (stage === 'writing' ? total : 0)) / (2 * total);
}

/** The same importer; what it does at the reader's wish is seen outside the window, and is gone however it ends. */
export function showOnTaskbar(importer: ImporterClient, taskbar: Taskbar): ImporterClient {
  return {
    close: () => importer.close(),
    reopen: () => importer.reopen(),
    run: async (job, signal, onProgress = () => undefined, onChecked) => {
      if (job.kind === 'upkeep') return importer.run(job, signal, onProgress, onChecked);
      const bar = taskbar.begin();
      try {
        const showAndTell: typeof onProgress = (progress) => {
          if (progress.stage === 'finished') bar.end();
          else bar.show(shareOfSync(progress));
          onProgress(progress);
        };
        return await importer.run(job, signal, showAndTell, onChecked);
      } finally {
        bar.end();
      }
    },
  };
}

/** The same for exports. */
export function exportOnTaskbar(run: ExportArticles, taskbar: Taskbar): ExportArticles {
  return async (errand, signal, onProgress) => {
    const bar = taskbar.begin();
    try {
      return await run(errand, signal, (progress) => {
        bar.show(shareOfExport(progress));
        onProgress(progress);
      });
    } finally {
      bar.end();
    }
  };
}
