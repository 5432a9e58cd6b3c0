/** 'newest' and 'oldest': by the day of publication; of bookmarks, by when they were set. */
export const listSorts = ['newest', 'oldest', 'title', 'source', 'longest'] as const;
export type ListSort = (typeof listSorts)[number];

/** 'compact': one line an article. */
export const listDensities = ['comfortable', 'compact'] as const;
export type ListDensity = (typeof listDensities)[number];

export interface ListAppearance {
  readonly density: ListDensity;
  /** Of lists; a search has its own. */
  readonly sort: ListSort;
  /** Whether the first stored picture of an article is shown beside its title. */
  readonly hasPictures: boolean;
}

/** Of the name of a tag. */
export const maximumTagLength = 100;

/** The most ids that a call takes at once. */
export const maximumIds = 10_000;
