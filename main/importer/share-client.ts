import { Worker } from 'node:worker_threads';
import { ReportedFailure } from '#main/failure.ts';
import type { ShareReport } from './share-archive.ts';
import type { FromShareWorker, ShareErrand } from './share-worker.ts';

export type ShareArchive = (
  errand: ShareErrand,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
) => Promise<ShareReport>;

/** Writes the file on a thread of its own, beside whatever is synced or read meanwhile. Rejects with a ReportedFailure. */
export function createShareClient(workerUrl: URL): ShareArchive {
  return (errand, signal, onProgress) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(workerUrl, { workerData: errand });
      const cancel = (): void => worker.postMessage('cancel');
      worker.on('message', (message: FromShareWorker) => {
        if (message.type === 'progress') onProgress(message.done, message.total);
        else if (message.answer.ok) resolve(message.answer.value);
        else reject(new ReportedFailure(message.answer.failure));
      });
      worker.once('error', (error) => reject(new ReportedFailure({ code: 'internal', message: error.message })));
      worker.once('exit', () => {
        signal.removeEventListener('abort', cancel);
        reject(new ReportedFailure({ code: 'internal', message: 'the file was not finished' }));
      });
      if (signal.aborted) cancel();
      else signal.addEventListener('abort', cancel, { once: true });
    });
}
