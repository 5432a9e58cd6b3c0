import { asFailure } from '#main/failure.ts';
import { logSync } from '#main/store/archive/sync-log.ts';
import { StoreFailure } from '#main/store/store-failure.ts';
import { noteFailure, syncArchive } from '#main/sync/sync-archive.ts';
import type { PicturePolicy, SyncReport } from '#preload/contract/library-types.ts';
import { bringAllPictures } from './bring-all-pictures.ts';
import { indexWaiting } from './index-waiting.ts';
import {
  isQueueBehind,
  type PictureDatabases,
  queueOpenedPictures,
  queuePagePictures,
  queueWholeArchive,
} from './queue-pictures.ts';
import { type ImportContext, type ImportSetting, withImport } from './with-import.ts';

export interface ArchiveToImport {
  readonly id: string;
  /** Or several, the preferred one first. */
  readonly origin: string | readonly string[];
  readonly picturePolicy: PicturePolicy;
}

export interface ImportOptions extends ImportSetting {
  readonly archives: readonly ArchiveToImport[];
  /** False: pictures are queued and left for another sync. */
  readonly isWithPictures: boolean;
}

/**
 * Syncs archives one after another, indexes what is new and brings pictures. Throws a StoreFailure where the library itself
 * cannot be used; an archive's own failure is in its report, and every archive has one.
 */
export async function importArchives(options: ImportOptions): Promise<SyncReport[]> {
  return withImport(options, async (context) => {
    await indexWaiting(context.db, () => undefined, options.signal);
    const reports: SyncReport[] = [];
    for (const archive of options.archives) reports.push(await importArchive(archive, context, options));
    return reports;
  });
}

/** The seconds of the report are those of the whole: fetched, parsed, to be found, and with its pictures. */
async function importArchive(archive: ArchiveToImport, context: ImportContext, options: ImportOptions): Promise<SyncReport> {
  const startedAtMs = context.nowMs();
  const { signal } = options;
  const databases = { archive: context.db, pictures: context.pictures };
  const { picturePolicy } = archive;
  const isBehind = isQueueBehind(databases, archive.id);
  const onStored = (archiveId: string, paths: readonly string[]): void => queuePagePictures(databases, archiveId, paths);
  const synced = await syncArchive(archive, picturePolicy === 'all' ? { ...context, onStored } : context, signal);
  const finish = async (): Promise<SyncReport> => {
    const onIndexed = (done: number, total: number): void =>
      context.onProgress({ stage: 'indexing', archive: archive.id, done, total });
    await indexWaiting(context.db, onIndexed, signal);
    if (synced.failure !== null) return synced;
    queueFor(archive, databases, options.libraryDir, isBehind);
    return options.isWithPictures && !signal.aborted ? addPictures(synced, archive, context, signal) : synced;
  };
  const finished = await finish().catch((error: unknown) => failed(synced, error, context));
  const report = { ...finished, seconds: (context.nowMs() - startedAtMs) / 1000 };
  noteSync(context, report, startedAtMs);
  context.onProgress({ stage: 'finished', archive: archive.id, report });
  return report;
}

/** What ended the sync itself weighs more than what failed after it. */
function failed(synced: SyncReport, error: unknown, { db }: ImportContext): SyncReport {
  if (synced.failure !== null) return synced;
  const failure = asFailure(error);
  noteFailure(db, synced.archive, failure);
  return { ...synced, failure };
}

/** A log that cannot be written is no reason to lose the report. */
function noteSync({ db }: ImportContext, report: SyncReport, startedAtMs: number): void {
  try {
    logSync(db, report, startedAtMs);
  } catch (error) {
    if (!(error instanceof StoreFailure)) throw error;
  }
}

function queueFor(
  { id, picturePolicy }: ArchiveToImport,
  databases: PictureDatabases,
  libraryDir: string,
  isBehind: boolean,
): void {
  const input = { libraryDir, archiveId: id, policy: picturePolicy };
  if (picturePolicy === 'all' && isBehind) queueWholeArchive(databases, input);
  if (picturePolicy === 'opened') queueOpenedPictures(databases, input);
}

async function addPictures(
  synced: SyncReport,
  { id, origin, picturePolicy }: ArchiveToImport,
  context: ImportContext,
  signal: AbortSignal,
): Promise<SyncReport> {
  const weakest = picturePolicy === 'none' ? 'asked' : 'all';
  const origins = typeof origin === 'string' ? [origin] : origin;
  const { stored, missing, bytesDown } = await bringAllPictures({ archiveId: id, origins, weakest, signal }, context);
  return { ...synced, bytesDown: synced.bytesDown + bytesDown, pictures: { stored, missing } };
}
