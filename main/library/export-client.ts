import { Worker } from 'node:worker_threads';
import type { PictureBytes } from '#main/export/export-source.ts';
import type { PrintPdf } from '#main/export/pdf/print-pdf.ts';
import { asFailure, ReportedFailure } from '#main/failure.ts';
import type { ExportProgress, ExportReport } from '#preload/contract/export-types.ts';
import type { ExportErrand, ExportWorkerData, FromExportWorker, ToExportWorker } from './export-worker.ts';

export type ExportArticles = (
  errand: ExportErrand,
  signal: AbortSignal,
  onProgress: (progress: ExportProgress) => void,
) => Promise<ExportReport>;

export interface ExportClient {
  readonly run: ExportArticles;
  /** Of all that runs: it stands still after the article in hand, and goes on from there. */
  pause(isPaused: boolean): void;
}

interface ExportParts {
  readonly workerUrl: URL;
  /** Ends with a slash. */
  readonly fonts: URL;
  readonly print: PrintPdf;
}

/** Exports on a thread of its own; only printing is done on this side. Rejects with a ReportedFailure. */
export function createExportClient({ workerUrl, fonts, print }: ExportParts): ExportClient {
  const running = new Set<(message: ToExportWorker) => void>();
  const run: ExportArticles = (errand, signal, onProgress) =>
    new Promise((resolve, reject) => {
      const workerData: ExportWorkerData = { errand, fonts: fonts.href };
      const worker = new Worker(workerUrl, { workerData });
      const tell = (message: ToExportWorker): void => worker.postMessage(message);
      running.add(tell);
      const pictures = pictureAsker(tell);
      const cancel = (): void => tell({ type: 'cancel' });
      worker.on('message', (message: FromExportWorker) => {
        if (message.type === 'progress') onProgress(message.progress);
        else if (message.type === 'picture') pictures.answer(message.id, message.picture);
        else if (message.type === 'print') void printFor(message.html);
        else if (message.answer.ok) resolve(message.answer.value);
        else reject(new ReportedFailure(message.answer.failure));
      });
      worker.once('error', (error) => reject(new ReportedFailure(asFailure(error))));
      worker.once('exit', () => {
        running.delete(tell);
        signal.removeEventListener('abort', cancel);
        reject(new ReportedFailure({ code: 'internal', message: 'the files were not finished' }));
      });
      if (signal.aborted) cancel();
      else signal.addEventListener('abort', cancel, { once: true });

      async function printFor(html: string): Promise<void> {
        try {
          tell({ type: 'printed', pdf: await print({ html, picture: pictures.ask }, signal) });
        } catch (error) {
          tell({ type: 'notPrinted', failure: asFailure(error) });
        }
      }
    });
  return {
    run,
    pause: (isPaused) => {
      for (const tell of running) tell({ type: 'pause', isPaused });
    },
  };
}

interface PictureAsker {
  ask(sha256: string): Promise<PictureBytes | null>;
  answer(id: number, picture: PictureBytes | null): void;
}

function pictureAsker(tell: (message: ToExportWorker) => void): PictureAsker {
  const waiting = new Map<number, (picture: PictureBytes | null) => void>();
  let lastId = 0;
  return {
    ask: (sha256) =>
      new Promise((resolve) => {
        lastId += 1;
        waiting.set(lastId, resolve);
        tell({ type: 'picture', id: lastId, sha256 });
      }),
    answer: (id, picture) => {
      waiting.get(id)?.(picture);
      waiting.delete(id);
    },
  };
}
