import { presentKeys } from '#main/store/archive/article-rows.ts';
import { dataVersion } from '#main/store/archive/counts.ts';
import { listOpenedKeys, readerChanges } from '#main/store/reader/history.ts';
import type { Library } from './library.ts';

interface OpenedKeys {
  readonly content: number;
  readonly changes: number;
  readonly keys: readonly string[];
}

const openedOf = new WeakMap<Library, OpenedKeys>();

/** Keys of the articles that were opened and are in the library, the one opened last first. Read again when anything of it changed. */
export function openedKeys(library: Library): readonly string[] {
  const known = openedOf.get(library);
  const content = dataVersion(library.archive);
  const changes = readerChanges(library.reader, 'opened_article');
  if (known?.content === content && known.changes === changes) return known.keys;
  const keys = presentKeys(library.archive, listOpenedKeys(library.reader));
  openedOf.set(library, { content, changes, keys });
  return keys;
}
