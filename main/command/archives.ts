import { listArchives } from '#main/library/overview.ts';
import type { Command } from './command.ts';
import { printRows, withLibrary } from './with-library.ts';

export const archives: Command = {
  positionals: [],
  run: (context) =>
    withLibrary(context, (library) =>
      printRows(context, listArchives(library), (archive) =>
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
