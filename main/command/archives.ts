import { listArchives } from '#main/library/overview.ts';
import type { ArchiveSummary } from '#preload/contract/library-types.ts';
import type { Command } from './command.ts';
import { shownOrigin } from './shown-origin.ts';
import { printRows, withLibrary } from './with-library.ts';

const withShownOrigins = (archive: ArchiveSummary): ArchiveSummary => ({
  ...archive,
  origin: shownOrigin(archive.origin),
  mirrors: archive.mirrors.map(shownOrigin),
});

export const archives: Command = {
  positionals: [],
  run: (context) =>
    withLibrary(context, (library) =>
      printRows(context, listArchives(library).map(withShownOrigins), (archive) =>
        [
          archive.id,
          archive.name,
          context.words.articles(archive.articles),
          archive.lastSyncedAt ?? context.words.neverSynced,
          archive.origin,
        ].join('\t'),
      ),
    ),
};
