import { ReportedFailure } from './failure.ts';
import type { ImporterClient } from '#main/importer/importer-client.ts';
import type { ShareArchive } from '#main/importer/share-client.ts';
import type { Handlers } from '#main/ipc/handlers.ts';
import type { SendEvent } from '#main/ipc/send-event.ts';
import type { LibraryClient } from '#main/library/library-client.ts';
import type { Logins } from './logins.ts';
import type { NativePlaces } from './native-places.ts';

export interface ArchiveHandlerParts {
  readonly library: LibraryClient;
  readonly importer: ImporterClient;
  readonly libraryDir: string;
  readonly send: SendEvent;
  readonly share: ShareArchive;
  readonly places: NativePlaces;
  readonly network: { readonly logins: Pick<Logins, 'takeOut'> };
}

type ArchiveCalls = 'archives.add' | 'archives.remove' | 'archives.setOrigins' | 'archives.share' | 'archives.choosePlace';

/** Archives come and go, change their places, and leave as a file. */
export function archiveHandlers(parts: ArchiveHandlerParts): Pick<Handlers, ArchiveCalls> {
  const { library, importer, libraryDir, send, places } = parts;
  // What a reader pastes may hold a password: it has no business in the library.
  const takeOut = (place: string): Promise<string> => parts.network.logins.takeOut(place);
  return {
    'archives.add': async ({ origin, mirrors, ...rest }, signal) => {
      const input = {
        ...rest,
        origin: await takeOut(origin),
        ...(mirrors && { mirrors: await Promise.all(mirrors.map(takeOut)) }),
      };
      const archive = await library.request('archives.add', input, signal);
      send('library.changed', { archive: archive.id });
      return archive;
    },
    'archives.remove': async ({ archiveId }, signal) => {
      // Off the list first: what is not listed is not synced again, and content without an archive is harmless.
      await library.request('archives.forget', { archiveId });
      send('library.changed', { archive: null });
      await importer.run({ kind: 'remove', libraryDir, archiveId }, signal);
      send('library.changed', { archive: null });
      return null;
    },
    'archives.setOrigins': async ({ archiveId, origins }, signal) => {
      const input = { archiveId, origins: await Promise.all(origins.map(takeOut)) };
      const archive = await library.request('archives.setOrigins', input, signal);
      send('library.changed', { archive: archive.id });
      return archive;
    },
    'archives.share': ({ archiveId }, signal) => shareAsFile(parts, archiveId, signal),
    'archives.choosePlace': async ({ kind }) => {
      const origin = await places.choose(kind);
      return origin === null ? null : { origin };
    },
  };
}

async function shareAsFile(
  { library, libraryDir, send, share, places }: ArchiveHandlerParts,
  archiveId: string,
  signal: AbortSignal,
): Promise<{ readonly path: string } | null> {
  const { archives } = await library.request('library.overview', {}, signal);
  const archive = archives.find(({ id }) => id === archiveId);
  if (!archive) throw new ReportedFailure({ code: 'not-found', message: `no archive ${archiveId}` });
  // Whoever adds a file of this name gets the archive under the same id, and so the same articles.
  const chosen = await places.chooseNew(`${archiveId}.bundle`);
  if (chosen === null) return null;
  // Some systems' dialogs leave out the ending, and without it the file would be taken for a folder.
  const file = /\.bundle$/i.test(chosen) ? chosen : `${chosen}.bundle`;
  const onProgress = (done: number, total: number): void => send('archive.shareProgress', { done, total });
  const { path } = await share({ libraryDir, archiveId, name: archive.name, file }, signal, onProgress);
  return { path };
}
