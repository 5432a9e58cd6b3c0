import { markPagesOutdated } from '#main/store/archive/outdated-pages.ts';
import { archiveStates } from '#main/store/archive/state.ts';
import { reparseArchive, type ReparseReport } from '#main/sync/reparse-archive.ts';
import { indexWaiting } from './index-waiting.ts';
import { type ImportSetting, withImport } from './with-import.ts';

export interface ReparseOptions extends ImportSetting {
  /** Of these archives every page is parsed again; null: of all archives what an older parser read. */
  readonly archiveIds: readonly string[] | null;
}

/** Parses kept pages again and indexes what changed: no network. Throws a StoreFailure where the library cannot be used. */
export async function reparseArchives(options: ReparseOptions): Promise<readonly ReparseReport[]> {
  const { archiveIds, signal } = options;
  return withImport(options, async (context) => {
    for (const id of archiveIds ?? []) markPagesOutdated(context.db, id);
    const reports: ReparseReport[] = [];
    for (const id of archiveIds ?? archiveStates(context.db).map(({ archiveId }) => archiveId))
      reports.push(await reparseArchive(id, context, signal));
    await indexWaiting(context.db, () => undefined, signal);
    return reports;
  });
}
