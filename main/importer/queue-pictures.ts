import { applyPicturePolicy, queueArticlePictures } from '#main/pictures/apply-policy.ts';
import { archiveStates } from '#main/store/archive/state.ts';
import type { ReadableDb, WritableDb } from '#main/store/database.ts';
import { openReaderDatabase } from '#main/store/open.ts';
import { listPicturesOfPages } from '#main/store/pictures/article-pictures.ts';
import { enqueuePictures } from '#main/store/pictures/enqueue-pictures.ts';
import { hasPictureWants } from '#main/store/pictures/picture-report.ts';
import { listReaderKeys } from '#main/store/reader/move-reader-data.ts';
import type { PicturePolicy } from '#preload/contract/library-types.ts';

export interface PictureDatabases {
  readonly archive: ReadableDb;
  readonly pictures: WritableDb;
}

/** Before the pages of a sync come: what an earlier one did not get to is queued again as a whole. */
export function isQueueBehind({ archive, pictures }: PictureDatabases, archiveId: string): boolean {
  const state = archiveStates(archive).find((candidate) => candidate.archiveId === archiveId);
  if (state === undefined) return false;
  return state.pendingHead !== null || !hasPictureWants(pictures, archiveId);
}

/** For pages as they are stored. */
export function queuePagePictures({ archive, pictures }: PictureDatabases, archiveId: string, paths: readonly string[]): void {
  enqueuePictures(pictures, { archiveId, wish: 'all', articles: listPicturesOfPages(archive, { archiveId, paths }) });
}

interface QueueInput {
  readonly libraryDir: string;
  readonly archiveId: string;
  readonly policy: PicturePolicy;
}

/** Under the policy 'opened' the reader's marks say what is wanted; they may have been set since the last sync. */
export function queueOpenedPictures(databases: PictureDatabases, { libraryDir, archiveId }: QueueInput): void {
  queueArticlePictures(databases, { archiveId, keys: readOpenedKeys(libraryDir), wish: 'opened' });
}

/** Makes the queue what the policy wants: after a change of the policy, or where `isQueueBehind`. */
export function queueWholeArchive(databases: PictureDatabases, { libraryDir, archiveId, policy }: QueueInput): void {
  applyPicturePolicy(databases, { archiveId, policy, openedKeys: readOpenedKeys(libraryDir) });
}

function readOpenedKeys(libraryDir: string): readonly string[] {
  const reader = openReaderDatabase(libraryDir);
  try {
    return listReaderKeys(reader);
  } finally {
    reader.close();
  }
}
