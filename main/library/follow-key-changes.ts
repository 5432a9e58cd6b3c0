import { asFailure } from '#main/failure.ts';
import { normaliseAddress } from '#main/store/archive/article-key.ts';
import { readKeyChanges } from '#main/store/archive/key-changes.ts';
import { listReaderKeys, moveReaderData } from '#main/store/reader/move-reader-data.ts';
import { readSetting, writeSetting } from '#main/store/reader/settings.ts';
import type { Library } from './library.ts';

/** To be raised when `normaliseAddress` makes another key of an address. */
const addressRules = 2;
const settings = { lastFollowed: 'library.lastKeyChange', addressRules: 'library.addressRules' } as const;

/**
 * Moves reader data along with articles whose keys changed since the last time. To be called before reader data is read.
 * Where the library can only be read it does nothing.
 */
export function followKeyChanges(library: Library): void {
  try {
    followAddressRules(library);
    followArticles(library);
  } catch (error) {
    if (asFailure(error).code !== 'library-read-only') throw error;
  }
}

function followArticles({ archive, reader }: Library): void {
  const seen = readSetting(reader, settings.lastFollowed);
  const changes = readKeyChanges(archive, typeof seen === 'number' ? seen : 0);
  const last = changes.at(-1);
  if (!last) return;
  reader.transaction(() => {
    for (const { from, to } of changes) moveReaderData(reader, from, to);
    writeSetting(reader, settings.lastFollowed, last.id);
  });
}

/** Also for articles that are not in the library now: of an archive that was removed, or on another machine. */
function followAddressRules({ reader }: Library): void {
  if (readSetting(reader, settings.addressRules) === addressRules) return;
  reader.transaction(() => {
    for (const key of listReaderKeys(reader)) {
      const now = key.startsWith('//') ? normaliseAddress(`https:${key}`) : null;
      if (now !== null && now !== key) moveReaderData(reader, key, now);
    }
    writeSetting(reader, settings.addressRules, addressRules);
  });
}
