import { ReportedFailure } from './failure.ts';
import type { ImporterClient } from '#main/importer/importer-client.ts';
import type { CompletingTask } from '#main/importer/complete-archive.ts';
import type { Handlers } from '#main/ipc/handlers.ts';
import type { SendEvent } from '#main/ipc/send-event.ts';
import { importErrand } from '#main/library/import-errand.ts';
import type { LibraryClient } from '#main/library/library-client.ts';
import type { ScheduledSync } from './scheduled-sync.ts';
import { announceProgress } from './sync-news.ts';

interface PictureParts {
  readonly library: LibraryClient;
  readonly importer: ImporterClient;
  readonly libraryDir: string;
  readonly send: SendEvent;
  readonly schedule: Pick<ScheduledSync, 'stop'>;
}

type PictureCalls =
  'archives.setPicturePolicy' | 'archives.completeness' | 'archives.retryMissing' | 'pictures.fetch' | 'sync.stopScheduled';

/** A distributive `Omit`: each kind of task keeps its own fields. */
type TaskOf<Task> = Task extends CompletingTask ? Omit<Task, 'archiveId' | 'origins'> : never;

/** Pictures and what else is missing: the importer brings it, the library tells of it. */
export function pictureHandlers({ library, importer, libraryDir, send, schedule }: PictureParts): Pick<Handlers, PictureCalls> {
  let running = new AbortController();
  const complete = async (archiveId: string, task: TaskOf<CompletingTask>, asked: AbortSignal): Promise<void> => {
    const signal = AbortSignal.any([asked, running.signal]);
    const { archives } = await library.request('library.overview', {}, signal);
    const archive = archives.find(({ id }) => id === archiveId);
    if (!archive)
      throw new ReportedFailure({ code: 'not-found', message: `no archive ${archiveId}`, details: { id: archiveId } });
    const { origin: origins } = importErrand(archive);
    await importer.run({ kind: 'complete', libraryDir, task: { ...task, archiveId, origins } }, signal, announceProgress(send));
    send('library.changed', { archive: archiveId });
  };
  const policyOf = async (archiveId: string, signal: AbortSignal) =>
    (await library.request('library.overview', {}, signal)).archives.find(({ id }) => id === archiveId)?.picturePolicy ?? 'all';

  return {
    'sync.stopScheduled': () => {
      schedule.stop();
      running.abort();
      running = new AbortController();
      return Promise.resolve(null);
    },
    'archives.setPicturePolicy': async ({ archiveId, policy }, signal) => {
      await library.request('archives.setPicturePolicy', { archiveId, policy }, signal);
      send('library.changed', { archive: archiveId });
      await complete(archiveId, { kind: 'policy', policy }, signal);
      return null;
    },
    'archives.completeness': (input, signal) => library.request('archives.completeness', input, signal),
    'archives.retryMissing': async ({ archiveId }, signal) => {
      await complete(archiveId, { kind: 'retry', policy: await policyOf(archiveId, signal) }, signal);
      return library.request('archives.completeness', { archiveId }, signal);
    },
    'pictures.fetch': async ({ id, url }, signal) => {
      const { archive, path } = await library.request('articles.show', { id }, signal);
      await complete(archive, { kind: 'ask', path, url }, signal);
      const { pictures } = await library.request('articles.show', { id }, signal);
      return pictures.some((picture) => picture.url === url && picture.isStored);
    },
  };
}
