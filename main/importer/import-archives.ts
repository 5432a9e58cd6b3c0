import { availableParallelism } from 'node:os';
import { parserVersion } from '#main/parse/parse-page.ts';
import { isPagePath } from '#main/parse/page-path.ts';
import { indexPending, mergeIndex } from '#main/search/index-writer.ts';
import { openSource } from '#main/source/open-source.ts';
import type { WritableDb } from '#main/store/database.ts';
import { openArchiveDatabase } from '#main/store/open.ts';
import { acquireWriterLock } from '#main/store/writer-lock.ts';
import { syncArchive, type SyncContext } from '#main/sync/sync-archive.ts';
import type { SyncProgress, SyncReport } from '#preload/contract/library-types.ts';
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
const articlesPerIndexBatch = 250;
/** The index's segments are merged a little after every sync, never all in one go. */
const mergeSlices = 16;
const pagesPerMergeSlice = 500;

/** One thread parses while this one fetches and writes; more only where there are cores to spare. */
const parseThreads = Math.max(1, Math.min(availableParallelism() - 1, 4));

/**
 * Syncs archives one after another, then indexes what is new. The only writer of content: it holds the library's writer
 * lock throughout. Throws a StoreFailure where the library itself cannot be used; an archive's own failure is in its report.
 */
export async function importArchives(options: ImportOptions): Promise<SyncReport[]> {
  const { libraryDir, archives, parseWorker, signal, onProgress } = options;
  const lock = acquireWriterLock(libraryDir);
  const pool = createParsePool(parseWorker, parseThreads);
  const db = openArchiveDatabase(libraryDir, 'write');
  try {
    const context: SyncContext = {
      db,
      parserVersion,
      parse: (input) => pool.parse(input),
      openSource: (origin) =>
        openSource(origin, { isWanted: isPagePath, maximumFileBytes, stallTimeoutMs, userAgent: 'offprint' }),
      onProgress,
      nowMs: Date.now,
    };
    const reports: SyncReport[] = [];
    for (const archive of archives) {
      if (signal.aborted) break;
      const report = await syncArchive(archive, context, signal);
      await indexArchive(db, archive.id, onProgress);
      reports.push(report);
      onProgress({ stage: 'finished', archive: archive.id, report });
    }
    return reports;
  } finally {
    await pool.close();
    db.close();
    lock.release();
  }
}

/** Goes on after a cancelled sync too: what is in the library is to be found. Short batches, so that readers get in between. */
async function indexArchive(db: WritableDb, archive: string, onProgress: ImportOptions['onProgress']): Promise<void> {
  let done = 0;
  for (;;) {
    const { indexed, remaining } = indexPending(db, { maximumArticles: articlesPerIndexBatch });
    done += indexed;
    if (indexed > 0) onProgress({ stage: 'indexing', archive, done, total: done + remaining });
    await new Promise((resolve) => setImmediate(resolve));
    if (remaining === 0) break;
  }
  if (done === 0) return;
  for (let slice = 0; slice < mergeSlices && mergeIndex(db, pagesPerMergeSlice); slice += 1)
    await new Promise((resolve) => setImmediate(resolve));
}
