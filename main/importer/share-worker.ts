import { parentPort, workerData } from 'node:worker_threads';
import { asFailure } from '#main/failure.ts';
import type { Answer } from '#preload/contract/failure.ts';
import { shareArchive, type ShareOptions, type ShareReport } from './share-archive.ts';

export type ShareErrand = Pick<ShareOptions, 'libraryDir' | 'archiveId' | 'name' | 'file'>;

export type FromShareWorker =
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'done'; readonly answer: Answer<ShareReport> };

const controller = new AbortController();
const send = (message: FromShareWorker): void => parentPort?.postMessage(message);

parentPort?.once('message', () => controller.abort());
shareArchive({
  ...(workerData as ShareErrand),
  signal: controller.signal,
  onProgress: (done, total) => send({ type: 'progress', done, total }),
})
  .then(
    (report) => send({ type: 'done', answer: { ok: true, value: report } }),
    (error: unknown) => send({ type: 'done', answer: { ok: false, failure: asFailure(error) } }),
  )
  .finally(() => parentPort?.close());
