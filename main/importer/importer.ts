import { asFailure } from '#main/failure.ts';
import type { SyncReport } from '#preload/contract/library-types.ts';
import { importArchives } from './import-archives.ts';
import type { FromImporter, ImporterJob, ToImporter } from './job.ts';
import { removeArchive } from './remove-archive.ts';

/** Entry of the importer process: one job, then the end. Its memory goes back to the system with it. */
const port = process.parentPort;
const controller = new AbortController();

const send = (message: FromImporter): void => port.postMessage(message);

async function work(job: ImporterJob): Promise<readonly SyncReport[]> {
  if (job.kind === 'remove') {
    await removeArchive(job.libraryDir, job.archiveId, controller.signal);
    return [];
  }
  return importArchives({
    libraryDir: job.libraryDir,
    archives: job.archives,
    parseWorker: new URL('./parse-worker.js', import.meta.url),
    signal: controller.signal,
    onProgress: (progress) => send({ type: 'progress', progress }),
  });
}

port.on('message', ({ data }: { data: ToImporter }) => {
  if (data.type === 'cancel') controller.abort();
  else
    work(data.job).then(
      (reports) => send({ type: 'done', answer: { ok: true, value: reports } }),
      (error: unknown) => send({ type: 'done', answer: { ok: false, failure: asFailure(error) } }),
    );
});
