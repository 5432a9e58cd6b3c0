import { asFailure } from '#main/failure.ts';
import { readKeyChanges } from '#main/store/archive/key-changes.ts';
import { moveReaderData } from '#main/store/reader/move-reader-data.ts';
import { readSetting, writeSetting } from '#main/store/reader/settings.ts';
import type { Library } from './library.ts';

const lastFollowed = 'library.lastKeyChange';

/**
 * Moves reader data along with articles whose keys changed since the last time. To be called before reader data is read.
 * Where the library can only be read it does nothing.
 */
export function followKeyChanges({ archive, reader }: Library): void {
  const seen = readSetting(reader, lastFollowed);
  const changes = readKeyChanges(archive, typeof seen === 'number' ? seen : 0);
  const last = changes.at(-1);
  if (!last) return;
  try {
    reader.transaction(() => {
      for (const { from, to } of changes) moveReaderData(reader, from, to);
      writeSetting(reader, lastFollowed, last.id);
    });
  } catch (error) {
    if (asFailure(error).code !== 'library-read-only') throw error;
  }
}
