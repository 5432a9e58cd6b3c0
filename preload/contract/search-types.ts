import type { ArticleId, ArticleSummary, Day } from './library-types.ts';

/** `[start, length]` in UTF-16 code units of the text it belongs to. */
export type Mark = readonly [start: number, length: number];

export interface MarkedText {
  readonly text: string;
  readonly marks: readonly Mark[];
}

export interface SearchHit {
  readonly id: ArticleId;
  readonly title: string;
  readonly publishedOn: Day;
  readonly titleMarks: readonly Mark[];
  readonly snippets: readonly MarkedText[];
  readonly article: ArticleSummary;
}

export interface SearchAnswer {
  readonly total: number;
  /** False where counting stopped at a cap: the true number is `total` or more. */
  readonly isTotalExact: boolean;
  readonly milliseconds: number;
  readonly hits: readonly SearchHit[];
}

export type SearchSort = 'newest' | 'relevance';

/** One value by which hits can be narrowed. */
export interface Facet {
  /** As the archive or source is called, or a year of four digits. */
  readonly label: string;
  /** What narrows the search to these hits when it is put behind it, for example `source:"河灯社"`. */
  readonly filter: string;
  readonly count: number;
}

/** Counted over all hits, or over the newest `countedHits` of them where there are too many; most first, years newest first. */
export interface SearchFacets {
  readonly countedHits: number;
  readonly isExact: boolean;
  readonly archives: readonly Facet[];
  readonly sections: readonly Facet[];
  readonly sources: readonly Facet[];
  readonly years: readonly Facet[];
}

/** Another search that finds something where this one finds nothing. */
export interface SearchOffer {
  readonly query: string;
  readonly total: number;
  readonly isTotalExact: boolean;
}

/** What the reader may be about to type. */
export interface SearchSuggestion {
  readonly kind: 'recent' | 'saved' | 'title' | 'topic' | 'source' | 'tag';
  readonly text: string;
  readonly marks: readonly Mark[];
  /** The search to run when it is chosen; for a title the article is opened instead. */
  readonly query: string;
  readonly articleId: ArticleId | null;
}

export interface SavedSearch {
  readonly id: string;
  readonly name: string;
  readonly query: string;
  readonly total: number;
  readonly isTotalExact: boolean;
}

/** A search that was run before. */
export interface RecentSearch {
  readonly query: string;
  /** ISO 8601, UTC. */
  readonly ranAt: string;
}
