import { type ArchiveHandlerParts, archiveHandlers } from './archive-handlers.ts';
import type { ArticleFrames } from './article-frames.ts';
import type { Handlers } from '#main/ipc/handlers.ts';
import type { NetworkAccess } from './network-handlers.ts';
import { outsideAddress } from './open-outside.ts';
import { pictureHandlers } from './picture-handlers.ts';
import type { Preferences } from './preferences.ts';
import { readingHandlers } from './reading-handlers.ts';
import type { ScheduledSync } from './scheduled-sync.ts';
import type { SyncArchives } from './sync-handlers.ts';

export interface HandlerParts extends ArchiveHandlerParts {
  readonly preferences: Preferences;
  readonly network: NetworkAccess;
  readonly sync: SyncArchives;
  readonly schedule: Pick<ScheduledSync, 'stop'>;
  readonly frames: ArticleFrames;
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
    'sync.run': ({ archiveIds }, signal) => parts.sync(archiveIds ?? null, signal),
    'sync.stopScheduled': () => {
      parts.schedule.stop();
      return Promise.resolve(null);
    },
    ...readingHandlers({ library, frames: parts.frames }),
    ...pictureHandlers({ library, importer, libraryDir, send }),
    'settings.read': (input, signal) => library.request('settings.read', input, signal),
    'settings.change': (input) => preferences.change(input),
    'archives.syncLog': (input, signal) => library.request('archives.syncLog', input, signal),
    'links.resolve': (input, signal) => library.request('links.resolve', input, signal),
    'links.openOutside': async ({ url }) => openOutside(outsideAddress(url)).then(() => null),
  };
}
