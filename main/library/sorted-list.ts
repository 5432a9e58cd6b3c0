import { type ArticleRow, findRowsById, listArticleRows, listOldestRows } from '#main/store/archive/article-rows.ts';
import { orderedRowIds, orderedRowIdsOfKeys } from '#main/store/archive/ordered-articles.ts';
import type { ListSort } from '#preload/contract/list-types.ts';
import type { Library } from './library.ts';
import type { ScopeRows } from './scope-rows.ts';

interface SortedPart {
  readonly sort: Exclude<ListSort, 'newest'>;
  /** Of the whole list. */
  readonly total: number;
  readonly offset: number;
  readonly limit: number;
}

/** One part of a list in any order but that of the newest. */
export function sortedRows(
  library: Library,
  { scope, range }: Pick<ScopeRows, 'scope' | 'range'>,
  { sort, total, offset, limit }: SortedPart,
): readonly ArticleRow[] {
  const part = { offset, limit };
  if (scope.kind === 'keys') return sortedKeys(library, scope.keys, { sort, ...part });
  const { archive, orders } = library;
  if (sort === 'oldest') return listOldestRows(archive, { scope, ...range, ...part });
  // Which articles are unread changes without a change of the archive.
  const remember: typeof orders.remember = scope.kind === 'unread' ? (_name, gather) => gather() : orders.remember;
  const ids = orderedRowIds(archive, scope, { order: sort, total, ...range, ...part }, remember);
  return findRowsById(archive, ids);
}

/** Bookmarks and what was opened have an order of their own. */
function sortedKeys(
  { archive }: Library,
  keys: readonly string[],
  { sort, offset, limit }: Omit<SortedPart, 'total'>,
): readonly ArticleRow[] {
  if (sort === 'oldest') {
    const wanted = keys.toReversed().slice(offset, offset + limit);
    return listArticleRows(archive, { scope: { kind: 'keys', keys: wanted }, offset: 0, limit });
  }
  return findRowsById(archive, orderedRowIdsOfKeys(archive, keys, sort).slice(offset, offset + limit));
}
