import path from 'node:path';
import { indexWaiting } from '#main/importer/index-waiting.ts';
import { isPagePath } from '#main/parse/page-path.ts';
import { parsePage } from '#main/parse/parse-page.ts';
import { parserVersion } from '#main/parse/parser-version.ts';
import { directNetwork } from '#main/source/network/network.ts';
import { openSource } from '#main/source/open-source.ts';
import type { SourceOptions } from '#main/source/source-options.ts';
import type { WritableDb } from '#main/store/database.ts';
import { openArchiveDatabase } from '#main/store/open.ts';
import { syncArchive } from '#main/sync/sync-archive.ts';
import type { SyncReport } from '#preload/contract/library-types.ts';

export type SyncOptions = Partial<Pick<SourceOptions, 'maximumFileBytes' | 'stallTimeoutMs' | 'network'>> & {
  readonly signal?: AbortSignal;
  /** Of the library, to be opened for this sync. */
  openDatabase?(libraryDir: string): WritableDb;
};

/** Brings an archive into the library of a folder, as the importer does, but parsing here. A failure fails the test. */
export async function syncLibrary(libraryDir: string, id: string, origin: string | readonly string[]): Promise<SyncReport> {
  const report = await trySync(libraryDir, { id, origin });
  if (report.failure) throw new Error(`${report.failure.code}: ${report.failure.message}`);
  return report;
}

/** The same, and what is new can be found; a failure is in the report. */
export async function trySync(
  libraryDir: string,
  archive: { readonly id: string; readonly origin: string | readonly string[] },
  options: SyncOptions = {},
): Promise<SyncReport> {
  const { signal = new AbortController().signal, openDatabase, ...sourceOptions } = options;
  const db = openDatabase?.(libraryDir) ?? openArchiveDatabase(libraryDir, 'write');
  try {
    const report = await syncArchive(
      archive,
      {
        db,
        parserVersion,
        parse: (input) => Promise.resolve(parsePage(input)),
        openSource: (origins) =>
          openSource(origins, {
            isWanted: isPagePath,
            maximumFileBytes: 1_000_000,
            stallTimeoutMs: 10_000,
            userAgent: 'test',
            network: directNetwork,
            incomingFile: path.join(libraryDir, `incoming-${archive.id}.pack`),
            ...sourceOptions,
          }),
        onProgress: () => undefined,
        nowMs: () => 1_700_000_000_000,
      },
      signal,
    );
    await indexWaiting(db, () => undefined, signal).catch((error: unknown) => {
      if (report.failure === null) throw error;
    });
    return report;
  } finally {
    db.close();
  }
}
