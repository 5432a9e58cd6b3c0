import { availableParallelism } from 'node:os';
import { isPagePath } from '#main/parse/page-path.ts';
import { parserVersion } from '#main/parse/parse-page.ts';
import { openSource } from '#main/source/open-source.ts';
import { openArchiveDatabase } from '#main/store/open.ts';
import { acquireWriterLock } from '#main/store/writer-lock.ts';
import { syncArchive, type SyncContext } from '#main/sync/sync-archive.ts';
import type { SyncProgress, SyncReport } from '#preload/contract/library-types.ts';
import { indexWaiting } from './index-waiting.ts';
import { createParsePool } from './parse-pool.ts';

export interface ArchiveToImport {
  readonly id: string;
  readonly origin: string;
}

export interface ImportOptions {
  readonly libraryDir: string;
  readonly archives: readonly ArchiveToImport[];
  /** The built `parse-worker.js`. */
  readonly parseWorker: URL;
  readonly signal: AbortSignal;
  onProgress(progress: SyncProgress): void;
}

const maximumFileBytes = 16 * 1024 * 1024;
const stallTimeoutMs = 30_000;

/** One thread parses while this one fetches and writes; more only where there are cores to spare. */
const parseThreads = Math.max(1, Math.min(availableParallelism() - 1, 4));

/**
 * Syncs archives one after another and indexes what is new. The only writer of content: it holds the library's writer lock
 * throughout. With no archive it only indexes what an interrupted import left. Throws a StoreFailure where the library itself
 * cannot be used; an archive's own failure is in its report, and every archive has one.
 */
export async function importArchives(options: ImportOptions): Promise<SyncReport[]> {
  const { libraryDir, archives, parseWorker, signal, onProgress } = options;
  const lock = acquireWriterLock(libraryDir);
  const pool = createParsePool(parseWorker, parseThreads);
  try {
    const db = openArchiveDatabase(libraryDir, 'write');
    const context: SyncContext = {
      db,
      parserVersion,
      parse: (input) => pool.parse(input),
      openSource: (origin) =>
        openSource(origin, { isWanted: isPagePath, maximumFileBytes, stallTimeoutMs, userAgent: 'offprint' }),
      onProgress,
      nowMs: Date.now,
    };
    try {
      await indexWaiting(db, () => undefined, signal);
      const reports: SyncReport[] = [];
      for (const archive of archives) reports.push(await importArchive(archive, context, signal));
      return reports;
    } finally {
      db.close();
    }
  } finally {
    await pool.close();
    lock.release();
  }
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
