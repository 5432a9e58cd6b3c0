import type { Run } from './tokens.ts';

/** One thing to look for: characters and words that stand side by side. */
export interface Term {
  readonly kind: 'term';
  readonly runs: readonly Run[];
  /** The last word is the beginning of one. */
  readonly isPrefix: boolean;
  readonly isTitleOnly: boolean;
  /** As it was typed, without quotation marks. */
  readonly text: string;
  readonly isQuoted: boolean;
}

export type NameField = 'source' | 'section' | 'archive' | 'topic' | 'tag';

/** `value` is folded; it matches where it is a part of the name. */
export interface NameFilter {
  readonly kind: 'name';
  readonly field: NameField;
  readonly value: string;
  /** In quotation marks: where something is called exactly so, only that. */
  readonly isQuoted: boolean;
}

/** `after` includes the day, `before` does not. */
export interface DayFilter {
  readonly kind: 'day';
  readonly field: 'after' | 'before';
  readonly day: string;
}

export type ArticleState = 'bookmarked' | 'unread' | 'read' | 'removed' | 'illustrated';

export interface StateFilter {
  readonly kind: 'state';
  readonly state: ArticleState;
}

export type QueryNode =
  | Term
  | NameFilter
  | DayFilter
  | StateFilter
  | { readonly kind: 'and' | 'or'; readonly children: readonly QueryNode[] }
  | { readonly kind: 'not'; readonly child: QueryNode };

export interface ParsedQuery {
  /** Null where the query asks for nothing. */
  readonly tree: QueryNode | null;
  /** What to mark in a text that was found: the terms that are not excluded. */
  readonly terms: readonly Term[];
}
