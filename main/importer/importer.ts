import { openDrawingDesk } from './ask-to-draw.ts';
import { asFailure } from '#main/failure.ts';
import type { SyncProgress, SyncReport } from '#preload/contract/library-types.ts';
import { checkLibrary } from './check-library.ts';
import { completeArchive } from './complete-archive.ts';
import { importArchives } from './import-archives.ts';
import { createNetwork } from '#main/source/network/create-network.ts';
import { closedNetwork, type Network } from '#main/source/network/network.ts';
import type { TrafficWatch } from '#main/source/network/traffic.ts';
import type { FromImporter, ImporterJob, ImporterNetworkSetting, ToImporter } from './job.ts';
import { removeArchive } from './remove-archive.ts';
import { reparseArchives } from './reparse-archives.ts';
import { keepHeapSmall } from './small-heap.ts';

/** Entry of the importer process: one job, then the end. Its memory goes back to the system with it. */
keepHeapSmall();
const port = process.parentPort;
const controller = new AbortController();

const send = (message: FromImporter): void => port.postMessage(message);

const watch: TrafficWatch = { purpose: 'archive', note: (traffic) => send({ type: 'traffic', traffic }) };

const desk = openDrawingDesk(send);

const askedUrls = new Map<string, (answer: string | null) => void>();

/** The network asks once for each origin. */
async function resolveSystemProxy(url: string): Promise<string> {
  const answer = await new Promise<string | null>((resolve) => {
    askedUrls.set(url, resolve);
    send({ type: 'ask-system-proxy', url });
  });
  if (answer === null) throw new Error('the system did not say which proxy to use');
  return answer;
}

function openNetwork(setting: ImporterNetworkSetting | null): Network {
  return setting ? { ...createNetwork(setting, resolveSystemProxy, watch), logins: setting.logins } : closedNetwork;
}

async function work(job: ImporterJob, network: Network): Promise<readonly SyncReport[]> {
  const { libraryDir } = job;
  const { signal } = controller;
  const parseWorker = new URL('./parse-worker.js', import.meta.url);
  const onProgress = (progress: SyncProgress): void => send({ type: 'progress', progress });
  const setting = { libraryDir, network, parseWorker, signal, onProgress, draw: desk.draw };
  if (job.kind === 'import') return importArchives({ ...setting, archives: job.archives, isWithPictures: job.isWithPictures });
  if (job.kind === 'remove') await removeArchive(libraryDir, job.archiveId, signal);
  else if (job.kind === 'check') send({ type: 'checked', report: await checkLibrary(setting) });
  else if (job.kind === 'complete') await completeArchive({ ...setting, task: job.task });
  else await reparseArchives({ ...setting, archiveIds: null });
  return [];
}

port.on('message', ({ data }: { data: ToImporter }) => {
  if (data.type === 'cancel') controller.abort();
  else if (data.type === 'drawn') desk.take(data);
  else if (data.type === 'system-proxy') askedUrls.get(data.url)?.(data.answer);
  else
    work(data.job, openNetwork(data.network)).then(
      (reports) => send({ type: 'done', answer: { ok: true, value: reports } }),
      (error: unknown) => send({ type: 'done', answer: { ok: false, failure: asFailure(error) } }),
    );
});
