import { extname } from 'node:path';
import type { ExportOptions } from '#preload/contract/export-types.ts';
import type { InterfaceLanguage } from '#preload/contract/settings-types.ts';
import { fileStem } from '#main/export/file-names.ts';
import { fileEndings } from '#main/export/run-export.ts';
import type { Handlers } from '#main/ipc/handlers.ts';
import type { SendEvent } from '#main/ipc/send-event.ts';
import type { ExportArticles } from '#main/library/export-client.ts';
import type { LibraryClient } from '#main/library/library-client.ts';
import type { NativePlaces } from './native-places.ts';

export interface ExportHandlerParts {
  readonly library: LibraryClient;
  readonly libraryDir: string;
  readonly send: SendEvent;
  readonly places: NativePlaces;
  readonly exportArticles: ExportArticles;
  language(): InterfaceLanguage;
}

/** What was chosen becomes files where the reader chooses. */
export function exportHandlers(parts: ExportHandlerParts): Pick<Handlers, 'export.run'> {
  const { library, libraryDir, send, places, exportArticles } = parts;
  return {
    'export.run': async ({ selection, options }, signal) => {
      const language = parts.language();
      const fallbackTitle = await library.request('export.title', { selection, language }, signal);
      const target = await chooseTarget(places, options, fallbackTitle);
      if (target === null) return null;
      const today = new Date().toISOString().slice(0, 10);
      const errand = { libraryDir, selection, options, target, fallbackTitle, language, today };
      return exportArticles(errand, signal, (progress) => send('export.progress', progress));
    },
  };
}

async function chooseTarget(
  places: NativePlaces,
  { arrangement, format, title }: ExportOptions,
  fallbackTitle: string,
): Promise<string | null> {
  if (arrangement === 'separate') return places.choose('folder');
  const ending = fileEndings[format];
  const chosen = await places.chooseNew(`${fileStem(title ?? fallbackTitle, 'articles')}${ending}`, format);
  // Some systems' dialogs leave out the ending.
  return chosen === null || extname(chosen).toLowerCase() === ending ? chosen : `${chosen}${ending}`;
}
