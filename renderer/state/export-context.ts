import { createContext } from '@lit/context';
import type { ExportOptions, ExportProgress, ExportReport, ExportSelection } from '#preload/contract/export-types.ts';
import type { Failure } from '#preload/contract/failure.ts';

export type ExportState =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'running';
      /** Its turn has not come. */
      readonly isWaiting: boolean;
      /** null while the reader chooses a place, and until the first article is read. */
      readonly progress: ExportProgress | null;
      readonly isPaused: boolean;
      readonly isStopping: boolean;
    }
  | { readonly kind: 'done'; readonly report: ExportReport }
  | { readonly kind: 'failed'; readonly failure: Failure };

export const idleExport: ExportState = { kind: 'idle' };

/** What is written; 'paper': for the system's viewer, which prints it. */
export interface ExportWish {
  readonly to: 'files' | 'paper';
  readonly selection: ExportSelection;
  readonly options: ExportOptions;
}

export interface ExportItem {
  readonly id: string;
  /** Of the file or folder; empty until its place is chosen. */
  readonly name: string;
  /** null of what was to be copied. */
  readonly wish: ExportWish | null;
  readonly state: ExportState;
}

/** Of one window, in the order in which they were asked for. What has ended stays until the reader has seen it. */
export interface Exports {
  readonly items: readonly ExportItem[];
  /** Something was put on the clipboard a moment ago. */
  readonly isCopied: boolean;
}

export const noExports: Exports = { items: [], isCopied: false };

export const exportContext = createContext<Exports>(Symbol('exports'));

export const isGoingOn = ({ state }: ExportItem): boolean => state.kind === 'running';

/** Each article is read and then written: two halves of the whole. null while nothing is known. */
export const exportFraction = (progress: ExportProgress | null): number | null => {
  if (!progress || progress.total === 0) return null;
  return (progress.done + (progress.stage === 'writing' ? progress.total : 0)) / (2 * progress.total);
};
