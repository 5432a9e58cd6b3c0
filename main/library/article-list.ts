import { countArticles, listArticleRows } from '#main/store/archive/article-rows.ts';
import { countBookmarks, listBookmarkKeys } from '#main/store/reader/bookmarks.ts';
import type { ArticlePage, Day, ListScope } from '#preload/contract/library-types.ts';
import type { Library } from './library.ts';
import { summarise } from './summaries.ts';

export interface ListInput {
  readonly scope: ListScope;
  readonly offset: number;
  readonly limit: number;
  /** First and last day wanted, both included. */
  readonly since?: Day;
  readonly until?: Day;
}

/** Newest first; bookmarks in the order they were set, newest first. */
export function listArticles(library: Library, { scope, offset, limit, since, until }: ListInput): ArticlePage {
  if (scope.kind === 'bookmarked') {
    const keys = listBookmarkKeys(library.reader, { offset, limit });
    const rows = listArticleRows(library.archive, { scope: { kind: 'keys', keys }, offset: 0, limit });
    return { total: countBookmarks(library.reader), rows: summarise(library, rows) };
  }
  const rows = listArticleRows(library.archive, { scope, offset, limit, ...(since && { since }), ...(until && { until }) });
  return { total: countArticles(library.archive, scope), rows: summarise(library, rows) };
}
