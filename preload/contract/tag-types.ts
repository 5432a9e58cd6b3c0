/** A tag of the reader's. */
export interface TagCount {
  readonly name: string;
  readonly articles: number;
}

/** Which tags some articles have, and how many of them each. */
export interface TagsOfArticles {
  readonly articles: number;
  readonly tags: readonly TagCount[];
}
