import type { ArticleSummary, ListScope } from '#preload/contract/library-types.ts';
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

/** A short text that tells scopes apart. */
export const scopeKey = (scope: ListScope): string => {
  if (scope.kind === 'archive') return `archive ${scope.archiveId}`;
  return scope.kind === 'section' ? `section ${scope.sectionId}` : scope.kind;
};
