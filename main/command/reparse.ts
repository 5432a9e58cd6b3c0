import { reparseArchives } from '#main/importer/reparse-archives.ts';
import { listArchives } from '#main/library/overview.ts';
import { requireSubscription } from '#main/library/subscriptions.ts';
import { closedNetwork } from '#main/source/network/network.ts';
import type { Command } from './command.ts';
import { noteSkippedPages, progressNote } from './progress-note.ts';
import { withLibrary } from './with-library.ts';

/** Reads all pages of an archive anew from what the library keeps, with no network. */
export const reparse: Command = {
  positionals: ['archive...'],
  run: async (context, names) => {
    const archiveIds = await withLibrary(context, (library) => {
      for (const name of names) requireSubscription(library, name);
      return names.length > 0 ? names : listArchives(library).map(({ id }) => id);
    });
    const reports = await reparseArchives({
      libraryDir: context.libraryDir,
      network: closedNetwork,
      archiveIds,
      parseWorker: context.parseWorker,
      signal: context.signal,
      onProgress: progressNote(context),
    });
    if (context.isJson) return context.print(`${JSON.stringify(reports)}\n`);
    for (const { archive, pages, failed } of reports) {
      await context.print(`${context.words.reparsed(archive, pages)}\n`);
      noteSkippedPages(context, failed);
    }
  },
};
