import type { ArticleSummary, ListScope } from '#preload/contract/library-types.ts';
import type { ListSort } from '#preload/contract/list-types.ts';
import type { Mark, MarkedText, SearchHit } from '#preload/contract/search-types.ts';

/** One row of the list, from a listing or from a search. */
export interface ListRow {
  readonly article: ArticleSummary;
  readonly titleMarks: readonly Mark[];
  /** Passages around the hits; empty in a listing, where the excerpt is shown. */
  readonly snippets: readonly MarkedText[];
}

export interface RowsPage {
  readonly total: number;
  readonly isTotalExact: boolean;
  readonly rows: readonly ListRow[];
}

export const rowOfArticle = (article: ArticleSummary): ListRow => ({ article, titleMarks: [], snippets: [] });

export const rowOfHit = (hit: SearchHit): ListRow => ({
  article: hit.article,
  titleMarks: hit.titleMarks,
  snippets: hit.snippets,
});

/** Only then a heading for each day makes sense. */
export const isByDay = (sort: ListSort): boolean => sort === 'newest' || sort === 'oldest';

/** A short text that tells scopes apart. */
export const scopeKey = (scope: ListScope): string => {
  if (scope.kind === 'archive') return `archive ${scope.archiveId}`;
  if (scope.kind === 'section') return `section ${scope.sectionId}`;
  if (scope.kind === 'source' || scope.kind === 'topic' || scope.kind === 'tag') return `${scope.kind} ${scope.name}`;
  if (scope.kind === 'period') return `period ${scope.year}${scope.month === undefined ? '' : `-${scope.month}`}`;
  return scope.kind;
};

/** What is unread when the list begins stays in it while it is read: rows do not move under the reader. */
export const scopeAsOfNow = (scope: ListScope, nowMs = Date.now()): ListScope =>
  scope.kind === 'unread' ? { ...scope, asOfMs: nowMs } : scope;
