import { requireSubscription } from '#main/library/subscriptions.ts';
import { readSyncLog } from '#main/store/archive/sync-log.ts';
import { syncLogText } from '#preload/messages/sync-log-text.ts';
import type { Command } from './command.ts';
import { withLibrary } from './with-library.ts';

/** What the last syncs of an archive did, the newest first. */
export const log: Command = {
  positionals: ['archive'],
  run: (context, [archive = '']) =>
    withLibrary(context, async (library) => {
      requireSubscription(library, archive);
      for (const entry of readSyncLog(library.archive, archive)) {
        if (context.isJson) await context.print(`${JSON.stringify(entry)}\n`);
        else await context.print(`${entry.startedAt}  ${syncLogText(context.messages, entry)}\n`);
      }
    }),
};
