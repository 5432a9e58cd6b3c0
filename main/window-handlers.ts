import type { SyncReport } from '#preload/contract/library-types.ts';
import { type ArchiveHandlerParts, archiveHandlers } from './archive-handlers.ts';
import { ReportedFailure } from './failure.ts';
import type { Handlers } from '#main/ipc/handlers.ts';
import { importErrand } from '#main/library/import-errand.ts';
import type { NetworkAccess } from './network-handlers.ts';
import { outsideAddress } from './open-outside.ts';
import { pictureHandlers } from './picture-handlers.ts';
import type { Preferences } from './preferences.ts';
import { announceProgress } from './sync-news.ts';

const originFaults: ReadonlySet<string> = new Set([
  'not-a-repository',
  'origin-not-found',
  'origin-not-understood',
  'empty-repository',
  'no-pages',
]);

/** An address that never held an archive leaves no dead entry behind; one that did, or that could not be reached, stays. */
function isMistakenOrigin({ head, failure }: SyncReport): boolean {
  return head === null && failure !== null && originFaults.has(failure.code);
}

interface HandlerParts extends ArchiveHandlerParts {
  readonly preferences: Preferences;
  readonly network: NetworkAccess;
  openOutside(url: string): Promise<void>;
}

/** What each call of the contract does: one line each, the work is in the rooms. */
export function windowHandlers(parts: HandlerParts): Handlers {
  const { library, importer, preferences, libraryDir, send, openOutside } = parts;
  return {
    'library.overview': (input, signal) => library.request('library.overview', input, signal),
    'articles.list': (input, signal) => library.request('articles.list', input, signal),
    'articles.show': (input, signal) => library.request('articles.show', input, signal),
    'articles.bookmark': (input, signal) => library.request('articles.bookmark', input, signal),
    'articles.markRead': (input, signal) => library.request('articles.markRead', input, signal),
    'search.run': (input, signal) => library.request('search.run', input, signal),
    ...archiveHandlers(parts),
    ...parts.network.handlers,
    'sync.run': async ({ archiveIds }, signal) => {
      const { archives } = await library.request('library.overview', {}, signal);
      const chosen = archiveIds ? archives.filter(({ id }) => archiveIds.includes(id)) : archives;
      if (archiveIds && chosen.length < new Set(archiveIds).size)
        throw new ReportedFailure({ code: 'not-found', message: 'an archive is not in the library' });
      const job = { kind: 'import', libraryDir, archives: chosen.map(importErrand), isWithPictures: true } as const;
      const reports = await importer.run(job, signal, announceProgress(send));
      const mistaken = reports.filter(isMistakenOrigin);
      for (const { archive } of mistaken) await library.request('archives.forget', { archiveId: archive });
      if (mistaken.length > 0) send('library.changed', { archive: null });
      return reports;
    },
    ...pictureHandlers({ library, importer, libraryDir, send }),
    'settings.read': (input, signal) => library.request('settings.read', input, signal),
    'settings.change': (input) => preferences.change(input),
    'links.resolve': (input, signal) => library.request('links.resolve', input, signal),
    'links.openOutside': async ({ url }) => openOutside(outsideAddress(url)).then(() => null),
  };
}
