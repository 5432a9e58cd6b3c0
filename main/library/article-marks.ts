import { findNewest } from '#main/search/find-articles.ts';
import { planQuery } from '#main/search/plan-query.ts';
import { findKeysById, listArticleKeys } from '#main/store/archive/article-rows.ts';
import { addBookmark, removeBookmark } from '#main/store/reader/bookmarks.ts';
import { addOpening, clearHistory } from '#main/store/reader/history.ts';
import { addReadMark, addReadMarks, removeReadMark, removeReadMarksOf } from '#main/store/reader/read-marks.ts';
import type { ArticleId, ListScope, MarkedAsRead } from '#preload/contract/library-types.ts';
import { requireArticle } from './article-detail.ts';
import type { Library } from './library.ts';
import { scopeRows } from './scope-rows.ts';
import { recountDay } from './unread-days.ts';

/** More than any library holds. */
const everything = 10_000_000;

export function setBookmark(library: Library, id: ArticleId, isBookmarked: boolean): void {
  const { key, title } = requireArticle(library, id);
  if (isBookmarked) addBookmark(library.reader, { key, articleId: id, title, atMs: Date.now() });
  else removeBookmark(library.reader, key);
}

/** `isOpened`: the reader has it before them, so that it is in the history from now on. */
export function setRead(library: Library, id: ArticleId, isRead: boolean, isOpened = false): void {
  const { key, rowId } = requireArticle(library, id);
  const { reader } = library;
  const atMs = Date.now();
  reader.transaction(() => {
    if (isOpened) addOpening(reader, key, atMs);
    if (isRead) addReadMark(reader, key, atMs);
    else removeReadMark(reader, key);
  });
  recountDay(library, rowId);
}

/** What a list or a search has now: all of it, not only what is shown. */
export function markAllRead(library: Library, list: { readonly scope: ListScope } | { readonly query: string }): MarkedAsRead {
  const keys = 'query' in list ? keysOfSearch(library, list.query) : keysOfScope(library, list.scope);
  const atMs = Date.now();
  return { articles: addReadMarks(library.reader, keys, atMs), atMs };
}

/** Takes back what was marked at that moment. */
export function unmarkRead(library: Library, { atMs }: { readonly atMs: number }): number {
  return removeReadMarksOf(library.reader, atMs);
}

export function forgetHistory({ reader }: Library): null {
  clearHistory(reader);
  return null;
}

function keysOfScope(library: Library, listed: ListScope): readonly string[] {
  const { scope, range } = scopeRows(library, listed);
  return scope.kind === 'keys' ? scope.keys : listArticleKeys(library.archive, scope, range);
}

function keysOfSearch({ archive }: Library, query: string): readonly string[] {
  const { plan } = planQuery(archive, query);
  return plan ? findKeysById(archive, findNewest(archive, plan, everything)) : [];
}
