import { isPagePath } from '#main/parse/page-path.ts';
import { parsePage } from '#main/parse/parse-page.ts';
import { parserVersion } from '#main/parse/parser-version.ts';
import { directNetwork } from '#main/source/network/network.ts';
import { openSource } from '#main/source/open-source.ts';
import { openArchiveDatabase } from '#main/store/open.ts';
import { syncArchive } from '#main/sync/sync-archive.ts';
import type { SyncReport } from '#preload/contract/library-types.ts';

/** Brings an archive into the library of a folder, as the importer does, but parsing here. A failure fails the test. */
export async function syncLibrary(libraryDir: string, id: string, origin: string | readonly string[]): Promise<SyncReport> {
  const db = openArchiveDatabase(libraryDir, 'write');
  try {
    const report = await syncArchive(
      { id, origin },
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
          }),
        onProgress: () => undefined,
        nowMs: () => 1_700_000_000_000,
      },
      new AbortController().signal,
    );
    if (report.failure) throw new Error(`${report.failure.code}: ${report.failure.message}`);
    return report;
  } finally {
    db.close();
  }
}
