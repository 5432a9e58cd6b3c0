import { archiveStates } from '#main/store/archive/state.ts';
import { countPages, listFailedPages } from '#main/store/archive/stored-pages.ts';
import { countPictures } from '#main/store/pictures/picture-report.ts';
import type { Completeness } from '#preload/contract/library-types.ts';
import type { Library } from './library.ts';
import { requireSubscription } from './subscriptions.ts';

/** What of an archive is here and what is not. Throws 'not-found'. */
export function readCompleteness(library: Library, archiveId: string): Completeness {
  requireSubscription(library, archiveId);
  const state = archiveStates(library.archive).find((one) => one.archiveId === archiveId);
  const failedPages = listFailedPages(library.archive, archiveId);
  const held = countPages(library.archive, archiveId);
  const pictures = library.pictures();
  const { stored, storedBytes, waiting, missing } = pictures
    ? countPictures(pictures, archiveId)
    : { stored: 0, storedBytes: 0, waiting: 0, missing: [] };
  return {
    archive: archiveId,
    isUnfinished: state === undefined || state.head === null || state.pendingHead !== null,
    pages: { stored: held - failedPages.length, total: Math.max(held, state?.pendingPages ?? 0) },
    failedPages,
    pictures: { stored, storedBytes, waiting, missing },
  };
}
