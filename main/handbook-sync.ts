import { messagesFor } from '#preload/messages/catalogue.ts';
import type { ImporterClient } from '#main/importer/importer-client.ts';
import type { SendEvent } from '#main/ipc/send-event.ts';
import { originLocation } from '#main/library/handbook-origin.ts';
import type { LibraryClient } from '#main/library/library-client.ts';
import type { Preferences } from './preferences.ts';

interface HandbookParts {
  readonly library: LibraryClient;
  readonly importer: ImporterClient;
  readonly preferences: Preferences;
  readonly libraryDir: string;
  readonly send: SendEvent;
  /** The handbook belongs to a version of the application; it is read again when that changes. */
  readonly version: string;
}

/** Brings the handbook that came with this version into the library: no network, and no news in the status line. */
export async function bringHandbook({ library, importer, preferences, libraryDir, send, version }: HandbookParts): Promise<void> {
  const name = messagesFor(preferences.language()).window.library.handbook;
  const handbook = await library.request('handbook.prepare', { name, version });
  if (handbook === null) return;
  const errand = { id: handbook.id, origin: originLocation(handbook.origin), picturePolicy: 'none' as const };
  const [report] = await importer.run(
    { kind: 'import', libraryDir, archives: [errand], isWithPictures: false },
    new AbortController().signal,
  );
  if (report?.failure === null) await library.request('handbook.finish', { version });
  send('library.changed', { archive: handbook.id });
}
