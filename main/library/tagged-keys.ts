import { fold } from '#main/search/folding.ts';
import { findArticleRow, presentKeys } from '#main/store/archive/article-rows.ts';
import { moveReaderData } from '#main/store/reader/move-reader-data.ts';
import { listTagged, type TagName } from '#main/store/reader/tags.ts';
import type { Library } from './library.ts';
import { splitId } from './summaries.ts';

/** Two names are the same in either script, in capitals or not, however many spaces are between their words. */
export function tagName(text: string): TagName {
  const name = text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
  return { name, folded: fold(name) };
}

/** Keys of the articles with a tag that are in the library, those that got it last first; as of bookmarks, see `bookmarkedKeys`. */
export function taggedKeys(library: Library, name: string): readonly string[] {
  const tagged = listTagged(library.reader, tagName(name).folded);
  const keys = tagged.map(({ key }) => key);
  const present = new Set(presentKeys(library.archive, keys));
  return tagged.flatMap(({ key, articleId }) => {
    if (present.has(key)) return [key];
    const { archiveId, path } = splitId(articleId);
    const row = findArticleRow(library.archive, archiveId, path);
    if (!row) return [];
    moveReaderData(library.reader, key, row.key);
    return [row.key];
  });
}
