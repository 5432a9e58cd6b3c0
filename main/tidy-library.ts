import type { ImporterClient } from '#main/importer/importer-client.ts';
import { announceProgress } from './sync-news.ts';
import { asFailure } from './failure.ts';
import type { SendEvent } from '#main/ipc/send-event.ts';
import type { LibraryClient } from '#main/library/library-client.ts';
import { parserVersion } from '#main/parse/parser-version.ts';

interface TidyParts {
  readonly library: LibraryClient;
  readonly importer: ImporterClient;
  readonly libraryDir: string;
  readonly send: SendEvent;
}

/**
 * Parses what an older version of the application parsed, and indexes what an import that was cut off left. It gives way to
 * a sync and goes on after it.
 */
export async function tidyLibrary({ library, importer, libraryDir, send }: TidyParts): Promise<void> {
  while (await library.request('upkeep.isDue', { parserVersion })) {
    try {
      await importer.run({ kind: 'upkeep', libraryDir }, new AbortController().signal, announceProgress(send));
      send('library.changed', { archive: null });
      return;
    } catch (error) {
      if (asFailure(error).code !== 'cancelled') throw error;
    }
  }
}
