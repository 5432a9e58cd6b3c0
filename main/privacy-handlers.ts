import { setTimeout as wait } from 'node:timers/promises';
import type { ConnectionLog } from './connection-log.ts';
import { asFailure } from './failure.ts';
import type { ImporterClient } from '#main/importer/importer-client.ts';
import type { Handlers } from '#main/ipc/handlers.ts';
import type { LibraryClient } from '#main/library/library-client.ts';
import { outsideAddress } from './open-outside.ts';
import type { Preferences } from './preferences.ts';

export interface PrivacyParts {
  readonly library: LibraryClient;
  readonly importer: ImporterClient;
  readonly preferences: Pick<Preferences, 'settings'>;
  readonly connections: ConnectionLog;
  openOutside(url: string): Promise<void>;
  /** Deletes the files of the library and ends the application; throws `library-busy` while somebody uses them. */
  wipe(): Promise<void>;
}

type PrivacyCalls = 'connections.list' | 'library.wipe' | 'links.openOutside';

const attempts = 20;
const pauseMs = 100;

/** What leaves the application, what it has asked for, and the end of all of it. */
export function privacyHandlers(parts: PrivacyParts): Pick<Handlers, PrivacyCalls> {
  return {
    'connections.list': () => Promise.resolve(parts.connections.list()),
    'links.openOutside': async ({ url }) => {
      await parts.openOutside(outsideAddress(url, parts.preferences.settings()));
      return null;
    },
    'library.wipe': async () => {
      parts.importer.close();
      await parts.library.close();
      await wipePatiently(parts.wipe).catch((error: unknown) => {
        if (isBusy(error)) goOn(parts);
        throw error;
      });
      return null;
    },
  };
}

const isBusy = (error: unknown): boolean => asFailure(error).code === 'library-busy';

/** Somebody else has the library, and nothing of it was deleted: the window can go on with it. */
function goOn({ library, importer }: PrivacyParts): void {
  library.reopen();
  importer.reopen();
}

/** A process that was told to end still has the files for a moment. */
async function wipePatiently(wipe: PrivacyParts['wipe']): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await wipe();
      return;
    } catch (error) {
      if (attempt === attempts || !isBusy(error)) throw error;
      await wait(pauseMs);
    }
  }
}
