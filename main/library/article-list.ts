import { type ArticleRow, countArticles, listArticleRows } from '#main/store/archive/article-rows.ts';
import { countAllArticles, countArchiveArticles } from '#main/store/archive/counts.ts';
import type { ListSort } from '#preload/contract/list-types.ts';
import type { ArticlePage, Day, ListScope } from '#preload/contract/library-types.ts';
import type { Library } from './library.ts';
import { type ScopeRows, scopeRows } from './scope-rows.ts';
import { sortedRows } from './sorted-list.ts';
import { summarise } from './summaries.ts';
import type { UnreadDay } from './unread-days.ts';

export interface ListInput {
  readonly scope: ListScope;
  readonly sort?: ListSort;
  readonly offset: number;
  readonly limit: number;
  /** First and last day wanted, both included. */
  readonly since?: Day;
  readonly until?: Day;
}

/** Newest first unless said; bookmarks in the order they were set and the history in that of opening, newest first. */
export function listArticles(library: Library, { scope, sort = 'newest', offset, limit, since, until }: ListInput): ArticlePage {
  const wanted = scopeRows(library, scope, { since, until });
  const total = countScope(library, wanted);
  const rows =
    sort === 'newest' ? newestOf(library, wanted, offset, limit) : sortedRows(library, wanted, { sort, total, offset, limit });
  return { total, rows: summarise(library, rows) };
}

function countScope({ archive }: Library, { scope, range, days }: ScopeRows): number {
  if (days) return days.reduce((total, { unread }) => total + unread, 0);
  if (scope.kind === 'keys') return scope.keys.length;
  // Counted already, where all days are wanted: these two may have every article there is.
  const isWhole = range.since === undefined && range.until === undefined;
  if (scope.kind === 'all' && isWhole) return countAllArticles(archive);
  if (scope.kind === 'archive' && isWhole) return countArchiveArticles(archive, scope.archiveId);
  return countArticles(archive, scope, range);
}

function newestOf({ archive }: Library, { scope, range, days }: ScopeRows, offset: number, limit: number): ArticleRow[] {
  if (scope.kind === 'keys') {
    const keys = scope.keys.slice(offset, offset + limit);
    return listArticleRows(archive, { scope: { kind: 'keys', keys }, offset: 0, limit });
  }
  if (scope.kind !== 'unread' || !days) return listArticleRows(archive, { scope, ...range, offset, limit });
  const page = daysOfPage(days, offset, limit);
  return listArticleRows(archive, { scope: { ...scope, days: page.days }, ...range, offset: page.offset, limit });
}

/** Only the days that the page lies in are looked through; `offset` is that within them. */
function daysOfPage(
  days: readonly UnreadDay[],
  offset: number,
  limit: number,
): { readonly days: number[]; readonly offset: number } {
  let [skipped, gathered] = [0, 0];
  const found: number[] = [];
  for (const { day, unread } of days) {
    if (gathered >= offset - skipped + limit) break;
    if (found.length === 0 && skipped + unread <= offset) skipped += unread;
    else {
      found.push(day);
      gathered += unread;
    }
  }
  return { days: found, offset: offset - skipped };
}
