import { ReportedFailure } from '#main/failure.ts';
import { importArchives } from '#main/importer/import-archives.ts';
import { keepHeapSmall } from '#main/importer/small-heap.ts';
import { handbookOrigin } from '#main/library/handbook-origin.ts';
import { importErrand } from '#main/library/import-errand.ts';
import type { Library } from '#main/library/library.ts';
import { listArchives } from '#main/library/overview.ts';
import type { ArchiveSummary, SyncReport } from '#preload/contract/library-types.ts';
import { failureText } from '#preload/messages/catalogue.ts';
import type { Command, CommandContext } from './command.ts';
import { openNetwork } from './open-network.ts';
import { noteSkippedPages, progressNote } from './progress-note.ts';
import { withLibrary } from './with-library.ts';

/** All archives but the handbook, which the application keeps up to date by itself; or those that are named. */
function chosen(library: Library, names: readonly string[]): ArchiveSummary[] {
  const archives = listArchives(library);
  if (names.length === 0) return archives.filter(({ origin }) => origin !== handbookOrigin);
  return names.map((name) => {
    const archive = archives.find((candidate) => candidate.id === name);
    if (archive) return archive;
    throw new ReportedFailure({ code: 'not-found', message: `no archive ${name}`, details: { id: name } });
  });
}

async function printReport(context: CommandContext, report: SyncReport): Promise<void> {
  const { words } = context;
  const { archive, added, changed, removed, bytesDown, seconds, failed } = report;
  if (report.failure === null) await context.print(`${words.synced(archive, added, changed, removed, bytesDown, seconds)}\n`);
  noteSkippedPages(context, failed);
}

export const sync: Command = {
  options: { 'no-pictures': { type: 'boolean' } },
  positionals: ['archive...'],
  run: async (context, names, options) => {
    const archives = await withLibrary(context, (library) => chosen(library, names));
    keepHeapSmall();
    const reports = await importArchives({
      libraryDir: context.libraryDir,
      network: await openNetwork(context),
      archives: archives.map(importErrand),
      isWithPictures: options['no-pictures'] !== true,
      parseWorker: context.parseWorker,
      signal: context.signal,
      onProgress: progressNote(context),
    });
    if (context.isJson) await context.print(`${JSON.stringify(reports)}\n`);
    else for (const report of reports) await printReport(context, report);
    const failures = reports.flatMap(({ archive, failure }) => (failure ? [{ archive, failure }] : []));
    if (failures.length > 1)
      for (const { archive, failure } of failures) context.note(`${archive}: ${failureText(context.messages, failure).title}`);
    const [first] = failures;
    if (first) throw new ReportedFailure(first.failure);
  },
};
