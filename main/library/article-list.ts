import { countArticles, listArticleRows } from '#main/store/archive/article-rows.ts';
import type { ArticlePage, Day, ListScope } from '#preload/contract/library-types.ts';
import { bookmarkedKeys } from './bookmarked-keys.ts';
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
    const keys = bookmarkedKeys(library);
    const wanted = keys.slice(offset, offset + limit);
    const rows = listArticleRows(library.archive, { scope: { kind: 'keys', keys: wanted }, offset: 0, limit });
    return { total: keys.length, rows: summarise(library, rows) };
  }
  const rows = listArticleRows(library.archive, { scope, offset, limit, ...(since && { since }), ...(until && { until }) });
  return { total: countArticles(library.archive, scope), rows: summarise(library, rows) };
}
