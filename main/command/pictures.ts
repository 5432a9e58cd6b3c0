import { completeArchive } from '#main/importer/complete-archive.ts';
import { originLocation } from '#main/library/handbook-origin.ts';
import { readPicturePolicy, writePicturePolicy } from '#main/library/picture-policy.ts';
import { requireSubscription } from '#main/library/subscriptions.ts';
import { closedNetwork } from '#main/source/network/network.ts';
import type { PicturePolicy } from '#preload/contract/library-types.ts';
import { type Command, UsageError } from './command.ts';
import { progressNote } from './progress-note.ts';
import { withLibrary } from './with-library.ts';

const policies: readonly PicturePolicy[] = ['all', 'opened', 'none'];

/** Shows or sets which pictures of an archive are fetched with a sync; nothing is fetched now. */
export const pictures: Command = {
  positionals: ['archive', 'wish...'],
  run: async (context, [archiveId = '', wish]) => {
    const wanted = policies.find((policy) => policy === wish);
    if (wish !== undefined && wanted === undefined) throw new UsageError(context.words.badValue('pictures', wish));
    const { origins, policy } = await withLibrary(context, (library) => {
      const subscription = requireSubscription(library, archiveId);
      if (wanted) writePicturePolicy(library, archiveId, wanted);
      return { origins: subscription.origins.map(originLocation), policy: readPicturePolicy(library, archiveId) };
    });
    if (wanted) {
      const { libraryDir, parseWorker, signal } = context;
      const network = closedNetwork;
      const task = { kind: 'policy', policy: wanted, archiveId, origins } as const;
      await completeArchive({ libraryDir, network, parseWorker, signal, onProgress: progressNote(context), task });
    }
    await context.print(context.isJson ? `${JSON.stringify({ archive: archiveId, policy })}\n` : `${policy}\n`);
  },
};
