import { syncArchive, type SyncContext } from '#main/sync/sync-archive.ts';
import type { SyncReport } from '#preload/contract/library-types.ts';
import { indexWaiting } from './index-waiting.ts';
import { type ImportSetting, withImport } from './with-import.ts';

export interface ArchiveToImport {
  readonly id: string;
  readonly origin: string;
}

export interface ImportOptions extends ImportSetting {
  readonly archives: readonly ArchiveToImport[];
}

/**
 * Syncs archives one after another and indexes what is new. Throws a StoreFailure where the library itself cannot be used; an
 * archive's own failure is in its report, and every archive has one.
 */
export async function importArchives(options: ImportOptions): Promise<SyncReport[]> {
  const { archives, signal } = options;
  return withImport(options, async (context) => {
    await indexWaiting(context.db, () => undefined, signal);
    const reports: SyncReport[] = [];
    for (const archive of archives) reports.push(await importArchive(archive, context, signal));
    return reports;
  });
}

/** The seconds of the report are those of the whole: fetched, parsed, and to be found. */
async function importArchive(archive: ArchiveToImport, context: SyncContext, signal: AbortSignal): Promise<SyncReport> {
  const startedAtMs = context.nowMs();
  const synced = await syncArchive(archive, context, signal);
  const onIndexed = (done: number, total: number): void =>
    context.onProgress({ stage: 'indexing', archive: archive.id, done, total });
  await indexWaiting(context.db, onIndexed, signal);
  const report = { ...synced, seconds: (context.nowMs() - startedAtMs) / 1000 };
  context.onProgress({ stage: 'finished', archive: archive.id, report });
  return report;
}
