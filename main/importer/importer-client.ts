import type { UtilityProcess } from 'electron';
import { ReportedFailure } from '#main/failure.ts';
import type { SyncProgress, SyncReport } from '#preload/contract/library-types.ts';
import type { FromImporter, ImporterJob, ToImporter } from './job.ts';

type OnProgress = (progress: SyncProgress) => void;

export interface ImporterClient {
  /** Jobs wait for each other: there is one writer; upkeep is cancelled for any other. Rejects with a ReportedFailure, also when the process dies. */
  run(job: ImporterJob, signal: AbortSignal, onProgress?: OnProgress): Promise<readonly SyncReport[]>;
  /** Ends the running job at once; what it has committed stays. */
  close(): void;
}

export function createImporterClient(fork: () => UtilityProcess): ImporterClient {
  let last: Promise<unknown> = Promise.resolve();
  let current: UtilityProcess | null = null;
  let stopUpkeep: (() => void) | null = null;

  function runNow(job: ImporterJob, signal: AbortSignal, onProgress: OnProgress): Promise<readonly SyncReport[]> {
    signal.throwIfAborted();
    return new Promise((resolve, reject) => {
      const child = fork();
      current = child;
      const post = (message: ToImporter): void => child.postMessage(message);
      const cancel = (): void => post({ type: 'cancel' });
      signal.addEventListener('abort', cancel, { once: true });
      stopUpkeep = job.kind === 'upkeep' ? cancel : null;
      child.on('message', (message: FromImporter) => {
        if (message.type === 'progress') return onProgress(message.progress);
        if (message.answer.ok) resolve(message.answer.value);
        else reject(new ReportedFailure(message.answer.failure));
        child.kill();
      });
      // 'exit' follows and settles the job; without a listener the error itself would end the application.
      child.on('error', () => undefined);
      child.once('exit', () => {
        if (current === child) current = stopUpkeep = null;
        signal.removeEventListener('abort', cancel);
        reject(new ReportedFailure({ code: 'internal', message: 'the importer stopped before it was done' }));
      });
      post({ type: 'start', job });
    });
  }

  return {
    run: (job, signal, onProgress = () => undefined) => {
      stopUpkeep?.();
      const turn = last.then(() => runNow(job, signal, onProgress));
      last = turn.catch(() => undefined);
      return turn;
    },
    close: () => {
      current?.kill();
    },
  };
}
