import type { ArticleSummary } from './library-types.ts';

/** Why an article belongs to another one. */
export type RelatedReason =
  /** The article that is open leads to it. */
  | { readonly kind: 'linked' }
  /** It leads to the article that is open. */
  | { readonly kind: 'links-here' }
  /** The archive's topics that both have, the rarest first. */
  | { readonly kind: 'topics'; readonly topics: readonly string[] }
  /** What is rare elsewhere stands in both. */
  | { readonly kind: 'alike' }
  /** It stands near in the same section. */
  | { readonly kind: 'section'; readonly section: string };

export interface RelatedArticle {
  readonly article: ArticleSummary;
  /** At least one, the strongest first. */
  readonly reasons: readonly RelatedReason[];
}

/** The most related first; 8 at most. */
export interface RelatedArticles {
  readonly rows: readonly RelatedArticle[];
}
