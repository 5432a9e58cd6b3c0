import { mkdirSync } from 'node:fs';
import { openArchiveDatabase, openReaderDatabase } from '#main/store/open.ts';
import type { ReadableDb, WritableDb } from '#main/store/database.ts';

/** Both files of a library, open: content to read, reader data to read and write. */
export interface Library {
  readonly archive: ReadableDb;
  readonly reader: WritableDb;
  close(): void;
}

export function openLibrary(libraryDir: string): Library {
  mkdirSync(libraryDir, { recursive: true });
  const reader = openReaderDatabase(libraryDir);
  const archive = openArchiveDatabase(libraryDir, 'read');
  return {
    archive,
    reader,
    close: () => {
      archive.close();
      reader.close();
    },
  };
}
