import { removeArchiveContent } from '#main/store/archive/remove-archive.ts';
import { openArchiveDatabase } from '#main/store/open.ts';
import { acquireWriterLock } from '#main/store/writer-lock.ts';

/** Takes an archive's pages and the articles that no other archive holds out of the library. Reader data stays. */
export function removeArchive(libraryDir: string, archiveId: string): void {
  const lock = acquireWriterLock(libraryDir);
  const db = openArchiveDatabase(libraryDir, 'write');
  try {
    removeArchiveContent(db, archiveId);
  } finally {
    db.close();
    lock.release();
  }
}
