import { type ArchiveHandlerParts, archiveHandlers } from './archive-handlers.ts';
import { type ExportHandlerParts, exportHandlers } from './export-handlers.ts';
import type { Handlers } from '#main/ipc/handlers.ts';
import { listHandlers } from './list-handlers.ts';
import type { NativeMenus } from './native-menus.ts';
import { markHandlers } from './mark-handlers.ts';
import { tagHandlers } from './tag-handlers.ts';
import type { NetworkAccess } from './network-handlers.ts';
import { pictureHandlers } from './picture-handlers.ts';
import type { Preferences } from './preferences.ts';
import { type PrivacyParts, privacyHandlers } from './privacy-handlers.ts';
import { readingHandlers, type ReadingFrames } from './reading-handlers.ts';
import type { ScheduledSync } from './scheduled-sync.ts';
import { type StorageParts, storageHandlers } from './storage-handlers.ts';
import type { SyncArchives } from './sync-handlers.ts';
import { searchHandlers } from './search-handlers.ts';
import type { UpdateAccess } from './update-handlers.ts';

export interface HandlerParts extends ArchiveHandlerParts, PrivacyParts, StorageParts, Omit<ExportHandlerParts, 'language'> {
  readonly preferences: Preferences;
  readonly network: NetworkAccess;
  readonly sync: SyncArchives;
  readonly schedule: Pick<ScheduledSync, 'hold' | 'stop'>;
  readonly frames: ReadingFrames;
  readonly updates: UpdateAccess;
  /** With an article alone. */
  openWindow(articleId: string): void;
  readonly menus: NativeMenus;
}

/** What each call of the contract does: one line each, the work is in the rooms. */
export function windowHandlers(parts: HandlerParts): Handlers {
  const { library, importer, preferences, libraryDir, send } = parts;
  return {
    'library.overview': (input, signal) => library.request('library.overview', input, signal),
    'articles.list': (input, signal) => library.request('articles.list', input, signal),
    'articles.show': (input, signal) => library.request('articles.show', input, signal),
    ...markHandlers(parts),
    ...tagHandlers(parts),
    ...searchHandlers(library),
    ...archiveHandlers(parts),
    ...parts.network.handlers,
    ...parts.updates.handlers,
    'sync.run': ({ archiveIds }, signal) => parts.sync(archiveIds ?? null, signal),
    'sync.hold': ({ wishes }) => {
      parts.schedule.hold(wishes);
      return Promise.resolve(null);
    },
    ...readingHandlers({ library, frames: parts.frames }),
    ...exportHandlers({ ...parts, language: preferences.language }),
    ...listHandlers(parts),
    ...pictureHandlers({ library, importer, libraryDir, send, schedule: parts.schedule }),
    'settings.read': (input, signal) => library.request('settings.read', input, signal),
    'settings.change': (input) => preferences.change(input),
    'window.openArticle': ({ id }) => {
      parts.openWindow(id);
      return Promise.resolve(null);
    },
    'window.disabledCommands': ({ commands }) => {
      preferences.disable(commands);
      return Promise.resolve(null);
    },
    'archives.syncLog': (input, signal) => library.request('archives.syncLog', input, signal),
    'links.resolve': (input, signal) => library.request('links.resolve', input, signal),
    ...privacyHandlers(parts),
    ...storageHandlers(parts),
  };
}
