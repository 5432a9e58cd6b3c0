import { asFailure } from '#main/failure.ts';
import type { PictureWish } from '#main/store/pictures/enqueue-pictures.ts';
import { bringArchiveFiles, type BroughtFiles } from './bring-archive-files.ts';
import { bringPictures } from './bring-pictures.ts';
import type { ImportContext } from './with-import.ts';

interface BringingErrand {
  readonly archiveId: string;
  readonly origins: readonly string[];
  readonly weakest: PictureWish;
  readonly signal: AbortSignal;
}

/** What the library itself cannot bear; everything else is a picture that is missing for now. */
const libraryFaults: ReadonlySet<string> = new Set(['disk-full', 'disk-failed', 'library-damaged', 'library-busy', 'internal']);
const none: BroughtFiles = { stored: 0, missing: 0, bytesDown: 0 };

/** Pictures that are files of the archive, then those on the web. A network that fails is no failure here: the rest waits. */
export async function bringAllPictures(
  { archiveId, origins, weakest, signal }: BringingErrand,
  { pictures, network, pictureTemplates, transform, ...context }: ImportContext,
): Promise<BroughtFiles> {
  const files = await bringArchiveFiles({ archiveId, origins, pictures, transform, signal }, context).catch((error: unknown) => {
    if (libraryFaults.has(asFailure(error).code)) throw error;
    return none;
  });
  const { onProgress } = context;
  const run = await bringPictures({
    archiveId,
    origins,
    pictures,
    network,
    templates: pictureTemplates,
    transform,
    weakest,
    signal,
    onProgress,
  });
  return {
    stored: files.stored + run.stored,
    missing: files.missing + run.failed + run.waiting,
    bytesDown: files.bytesDown + run.bytesDown,
  };
}
