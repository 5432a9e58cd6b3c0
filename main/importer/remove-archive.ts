import { rmSync } from 'node:fs';
import { removeArchiveContent } from '#main/store/archive/remove-archive.ts';
import { removeArchivePictures } from '#main/store/pictures/forget-pictures.ts';
import { openArchiveDatabase, openPicturesDatabase } from '#main/store/open.ts';
import { acquireWriterLock } from '#main/store/writer-lock.ts';
import { incomingFile } from './incoming-file.ts';
import { indexWaiting } from './index-waiting.ts';

/** Takes an archive's pages, and the articles that no other archive holds, out of library and index. Reader data stays. */
export async function removeArchive(libraryDir: string, archiveId: string, signal: AbortSignal): Promise<void> {
  const lock = acquireWriterLock(libraryDir);
  try {
    const db = openArchiveDatabase(libraryDir, 'write');
    try {
      removeArchiveContent(db, archiveId);
      forgetPictures(libraryDir, archiveId);
      rmSync(incomingFile(libraryDir, archiveId), { force: true });
      await indexWaiting(db, () => undefined, signal);
    } finally {
      db.close();
    }
  } finally {
    lock.release();
  }
}

function forgetPictures(libraryDir: string, archiveId: string): void {
  const pictures = openPicturesDatabase(libraryDir, 'write');
  try {
    removeArchivePictures(pictures, archiveId);
  } finally {
    pictures.close();
  }
}
