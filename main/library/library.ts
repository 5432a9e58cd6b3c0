import { openArchiveDatabase, openReaderDatabase } from '#main/store/open.ts';
import type { ReadableDb, WritableDb } from '#main/store/database.ts';

/** Both files of a library, open: content to read, reader data to read and write. */
export interface Library {
  readonly archive: ReadableDb;
  readonly reader: WritableDb;
  close(): void;
}

function openContent(libraryDir: string, reader: WritableDb): ReadableDb {
  try {
    return openArchiveDatabase(libraryDir, 'read');
  } catch (error) {
    reader.close();
    throw error;
  }
}

export function openLibrary(libraryDir: string): Library {
  const reader = openReaderDatabase(libraryDir);
  const archive = openContent(libraryDir, reader);
  return {
    archive,
    reader,
    close: () => {
      archive.close();
      reader.close();
    },
  };
}
