import { dropReadingPlace, keepReadingPlace, readReadingPlace } from '#main/store/reader/reading-places.ts';
import type { ArticleId, ReadingPlace } from '#preload/contract/library-types.ts';
import { requireArticle } from './article-detail.ts';
import type { Library } from './library.ts';

/** Nearer to the beginning than this nothing needs to be found again; nearer to the end the article was read through. */
const beginning = 0.02;
const end = 0.98;

/** Null where reading begins at the beginning. */
export function readingPlaceOf(library: Library, id: ArticleId): ReadingPlace | null {
  return readReadingPlace(library.reader, requireArticle(library, id).key);
}

export function keepPlace(library: Library, id: ArticleId, place: ReadingPlace): void {
  const { key } = requireArticle(library, id);
  if (place.progress < beginning || place.progress > end) dropReadingPlace(library.reader, key);
  else keepReadingPlace(library.reader, key, place, Date.now());
}
