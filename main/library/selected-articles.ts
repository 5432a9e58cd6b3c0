import { setImmediate as pause } from 'node:timers/promises';
import { ReportedFailure } from '#main/failure.ts';
import { addBookmark, removeBookmark } from '#main/store/reader/bookmarks.ts';
import { addReadMark, removeReadMark } from '#main/store/reader/read-marks.ts';
import { search } from '#main/search/search.ts';
import { findArticleRow, findRowsById } from '#main/store/archive/article-rows.ts';
import type { CallInput } from '#preload/contract/contract.ts';
import type { ExportSelection } from '#preload/contract/export-types.ts';
import type { ArticleId } from '#preload/contract/library-types.ts';
import { maximumIds } from '#preload/contract/list-types.ts';
import { listArticles } from './article-list.ts';
import type { Library } from './library.ts';
import { articleIdOf, splitId } from './summaries.ts';

/** More than any library holds. */
const everything = 10_000_000;

/** Which articles a choice stands for, in the order of its list. */
export function idsOfSelection(library: Library, selection: ExportSelection): readonly ArticleId[] {
  if (selection.kind === 'articles') return selection.ids;
  const left = new Set(selection.except);
  const ids = selection.kind === 'scope' ? idsOfScope(library, selection) : idsOfSearch(library, selection);
  return left.size === 0 ? ids : ids.filter((id) => !left.has(id));
}

function idsOfScope(
  library: Library,
  { scope, sort }: Extract<ExportSelection, { readonly kind: 'scope' }>,
): readonly ArticleId[] {
  return listArticles(library, { scope, ...(sort && { sort }), offset: 0, limit: everything }).rows.map(({ id }) => id);
}

function idsOfSearch(
  library: Library,
  { query, sort }: Extract<ExportSelection, { readonly kind: 'search' }>,
): readonly ArticleId[] {
  const { hits } = search(library.archive, { query, sort, offset: 0, limit: everything, snippets: 0 });
  return findRowsById(
    library.archive,
    hits.map(({ articleRowId }) => articleRowId),
  ).map(articleIdOf);
}

/** Between two portions other requests are answered. */
const portion = 500;

/** Articles that are not there any more are left out. Throws 'bad-input' where too many would be bookmarked. */
export async function markArticles(
  library: Library,
  { selection, isBookmarked, isRead }: CallInput<'articles.mark'>,
): Promise<{ readonly articles: number }> {
  const ids = idsOfSelection(library, selection);
  if (isBookmarked === true && ids.length > maximumIds)
    throw new ReportedFailure({ code: 'bad-input', message: `${ids.length} bookmarks at once are too many` });
  let articles = 0;
  for (let first = 0; first < ids.length; first += portion) {
    const part = ids.slice(first, first + portion);
    articles += markPart(library, part, { isBookmarked, isRead });
    await pause();
  }
  return { articles };
}

function markPart(library: Library, ids: readonly ArticleId[], marks: Marks): number {
  return library.reader.transaction(() => ids.filter((id) => markOne(library, id, marks)).length);
}

interface Marks {
  readonly isBookmarked: boolean | undefined;
  readonly isRead: boolean | undefined;
}

function markOne({ archive, reader }: Library, id: ArticleId, { isBookmarked, isRead }: Marks): boolean {
  const { archiveId, path } = splitId(id);
  const row = findArticleRow(archive, archiveId, path);
  if (!row) return false;
  const { key, title } = row;
  const atMs = Date.now();
  if (isBookmarked === true) addBookmark(reader, { key, articleId: id, title, atMs });
  else if (isBookmarked === false) removeBookmark(reader, key);
  if (isRead === true) addReadMark(reader, key, atMs);
  else if (isRead === false) removeReadMark(reader, key);
  return true;
}
