import { openArchiveForReader, openPicturesDatabase, openReaderDatabase } from '#main/store/open.ts';
import { createOrderMemory, type OrderMemory } from './order-memory.ts';
import { createShownTextReader } from './shown-text-reader.ts';
import type { ShownText } from '#main/read/shown-text.ts';
import { StoreFailure } from '#main/store/store-failure.ts';
import type { ReadableDb, WritableDb } from '#main/store/database.ts';

/** Both files of a library, open: content to read, reader data to read and write. */
export interface Library {
  readonly archive: ReadableDb;
  readonly reader: WritableDb;
  readonly orders: OrderMemory;
  /** Pictures to read; null where there are none, or where the folder cannot be written to and has no file of them. */
  pictures(): ReadableDb | null;
  /** How texts are written for the reader, by the setting as it is now. */
  shownText(): Promise<ShownText>;
  close(): void;
}

function openContent(libraryDir: string, reader: WritableDb): ReadableDb {
  try {
    return openArchiveForReader(libraryDir, reader);
  } catch (error) {
    reader.close();
    throw error;
  }
}

/** Articles are read without pictures rather than not at all. */
function openPictures(libraryDir: string): ReadableDb | null {
  try {
    return openPicturesDatabase(libraryDir, 'read');
  } catch (error) {
    if (error instanceof StoreFailure) return null;
    throw error;
  }
}

export function openLibrary(libraryDir: string): Library {
  const reader = openReaderDatabase(libraryDir);
  const archive = openContent(libraryDir, reader);
  let pictures: ReadableDb | null = null;
  return {
    archive,
    reader,
    orders: createOrderMemory(archive),
    pictures: () => (pictures ??= openPictures(libraryDir)),
    shownText: createShownTextReader(reader),
    close: () => {
      pictures?.close();
      archive.close();
      reader.close();
    },
  };
}
