import { archiveStates } from '#main/store/archive/state.ts';
import { countOutdatedPages } from '#main/store/archive/outdated-pages.ts';
import { refreshSections } from '#main/store/archive/sections.ts';
import type { PageFailure } from '#preload/contract/library-types.ts';
import { PagePipeline } from './page-pipeline.ts';
import type { SyncContext } from './sync-archive.ts';

export interface ReparseReport {
  readonly archive: string;
  readonly pages: number;
  readonly failed: readonly PageFailure[];
}

/**
 * Parses the pages of an archive that an older parser read, from what the library keeps: no network. What an abort leaves
 * is done the next time.
 */
export async function reparseArchive(
  archiveId: string,
  context: Pick<SyncContext, 'db' | 'parserVersion' | 'parse' | 'onProgress' | 'onStored' | 'nowMs'>,
  signal: AbortSignal,
): Promise<ReparseReport> {
  const { db, parserVersion, onProgress } = context;
  const total = countOutdatedPages(db, archiveId, parserVersion);
  if (total === 0) return { archive: archiveId, pages: 0, failed: [] };
  const syncedAtMs = archiveStates(db).find((state) => state.archiveId === archiveId)?.lastSyncedAtMs ?? context.nowMs();
  const pipeline = new PagePipeline({
    db,
    archiveId,
    parserVersion,
    fallbackDay: new Date(syncedAtMs).toISOString().slice(0, 10),
    isFirstSync: false,
    parse: (input) => context.parse(input),
    onStored: (paths) => context.onStored?.(archiveId, paths),
  });
  let done = 0;
  const onStored = (pages: number): void => {
    done += pages;
    onProgress({ stage: 'rereading', archive: archiveId, done, total });
  };
  onStored(0);
  await pipeline.sweep(signal, onStored);
  refreshSections(db, archiveId);
  return { archive: archiveId, pages: done, failed: pipeline.count.failed };
}
