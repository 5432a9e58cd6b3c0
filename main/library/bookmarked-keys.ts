import { findArticleRow, presentKeys } from '#main/store/archive/article-rows.ts';
import { listBookmarks, moveBookmark } from '#main/store/reader/bookmarks.ts';
import type { Library } from './library.ts';
import { splitId } from './summaries.ts';

/** More than anyone sets. */
const maximumBookmarks = 100_000;

/**
 * Keys of the bookmarked articles that are in the library, the newest bookmark first. A bookmark whose article is not there
 * (its archive was removed) waits unseen until it is back. One whose article has got another key since (its page began to
 * state an original address) is found again by the page it was set on.
 */
export function bookmarkedKeys(library: Library): readonly string[] {
  const bookmarks = listBookmarks(library.reader, { offset: 0, limit: maximumBookmarks });
  const present = new Set(
    presentKeys(
      library.archive,
      bookmarks.map(({ key }) => key),
    ),
  );
  return bookmarks.flatMap(({ key, articleId }) => {
    if (present.has(key)) return [key];
    const { archiveId, path } = splitId(articleId);
    const row = findArticleRow(library.archive, archiveId, path);
    if (!row) return [];
    moveBookmark(library.reader, key, row.key);
    return [row.key];
  });
}
