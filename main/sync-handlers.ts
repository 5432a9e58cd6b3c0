import { ReportedFailure } from './failure.ts';
import type { ImporterClient } from '#main/importer/importer-client.ts';
import type { SendEvent } from '#main/ipc/send-event.ts';
import { importErrand } from '#main/library/import-errand.ts';
import type { LibraryClient } from '#main/library/library-client.ts';
import type { ArchiveSummary, SyncReport } from '#preload/contract/library-types.ts';
import { announceProgress } from './sync-news.ts';

export interface SyncParts {
  readonly library: LibraryClient;
  readonly importer: ImporterClient;
  readonly libraryDir: string;
  readonly send: SendEvent;
}

/** Syncs archives, all of them for null. Throws 'not-found' for one that is not in the library. */
export type SyncArchives = (archiveIds: readonly string[] | null, signal: AbortSignal) => Promise<readonly SyncReport[]>;

const originFaults: ReadonlySet<string> = new Set([
  'not-a-repository',
  'origin-not-found',
  'origin-not-understood',
  'empty-repository',
  'no-pages',
]);

/**
 * An address that never held an archive leaves no dead entry behind; one that did, or that could not be reached, stays. So does
 * one of which anything is here: a first sync that broke off, and then a network whose login page answers for the server.
 */
function isMistakenOrigin({ head, added, failure }: SyncReport, before: ArchiveSummary | undefined): boolean {
  const isEmpty = head === null && added === 0 && before?.articles === 0;
  return isEmpty && failure !== null && originFaults.has(failure.code);
}

export function createSync({ library, importer, libraryDir, send }: SyncParts): SyncArchives {
  return async (archiveIds, signal) => {
    const { archives } = await library.request('library.overview', {}, signal);
    const chosen = archiveIds ? archives.filter(({ id }) => archiveIds.includes(id)) : archives;
    if (archiveIds && chosen.length < new Set(archiveIds).size)
      throw new ReportedFailure({ code: 'not-found', message: 'an archive is not in the library' });
    const job = { kind: 'import', libraryDir, archives: chosen.map(importErrand), isWithPictures: true } as const;
    const reports = await importer.run(job, signal, announceProgress(send));
    const mistaken = reports.filter((report) =>
      isMistakenOrigin(
        report,
        chosen.find(({ id }) => id === report.archive),
      ),
    );
    for (const { archive: archiveId } of mistaken) {
      await library.request('archives.forget', { archiveId });
      await importer.run({ kind: 'remove', libraryDir, archiveId }, signal);
    }
    if (mistaken.length > 0) send('library.changed', { archive: null });
    return reports;
  };
}
