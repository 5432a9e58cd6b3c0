import type { ImporterClient } from '#main/importer/importer-client.ts';
import type { SendEvent } from '#main/ipc/send-event.ts';
import type { LibraryClient } from '#main/library/library-client.ts';

interface TidyParts {
  readonly library: LibraryClient;
  readonly importer: ImporterClient;
  readonly libraryDir: string;
  readonly send: SendEvent;
}

/** Indexes what an import that was cut off, or an older version of the application, left to be indexed. */
export async function tidyLibrary({ library, importer, libraryDir, send }: TidyParts): Promise<void> {
  if (!(await library.request('index.isDue', {}))) return;
  await importer.run({ kind: 'import', libraryDir, archives: [] }, new AbortController().signal);
  send('library.changed', { archive: null });
}
