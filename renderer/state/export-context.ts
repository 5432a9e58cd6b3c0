import { createContext } from '@lit/context';
import type { ExportProgress, ExportReport } from '#preload/contract/export-types.ts';
import type { Failure } from '#preload/contract/failure.ts';

export type ExportState =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'running';
      /** null while the reader chooses a place, and until the first article is read. */
      readonly progress: ExportProgress | null;
      readonly isPaused: boolean;
      readonly isStopping: boolean;
    }
  | { readonly kind: 'done'; readonly report: ExportReport }
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** Something was put on the clipboard. */
  | { readonly kind: 'copied' };

export const idleExport: ExportState = { kind: 'idle' };

export const exportContext = createContext<ExportState>(Symbol('export'));

/** Each article is read and then written: two halves of the whole. null while nothing is known. */
export const exportFraction = (progress: ExportProgress | null): number | null => {
  if (!progress || progress.total === 0) return null;
  return (progress.done + (progress.stage === 'writing' ? progress.total : 0)) / (2 * progress.total);
};
