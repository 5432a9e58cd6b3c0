import type { InterfaceLanguage } from '#preload/contract/settings-types.ts';

/** What the article frame shows. */
export interface FrameContent {
  readonly articleId: string;
  /** Of the words around the article: where it changes, the page is another. */
  readonly language: InterfaceLanguage;
  /** The page as published instead of the article. */
  readonly isOriginal: boolean;
  /** An earlier version of the article; null for the article as it is now. */
  readonly version: number | null;
  /** The search whose hits are marked in the article; empty for none. */
  readonly find: string;
  /** Id of the place to begin at. */
  readonly anchor: string | null;
}

/**
 * Where the article's own page lives: another origin than the window's, with scripts off. A search opens at its first hit,
 * unless a place is named.
 */
export const frameAddress = ({ articleId, language, isOriginal, version, find, anchor }: FrameContent): string => {
  const page = `offprint-article://library/${encodeURIComponent(articleId)}?language=${language}`;
  if (isOriginal) return `${page}&original`;
  const place = anchor ?? (find === '' ? null : 'match-1');
  const query = find === '' ? '' : `&find=${encodeURIComponent(find)}`;
  const state = version === null ? '' : `&version=${version}`;
  return `${page}${state}${query}${place === null ? '' : `#${encodeURIComponent(place)}`}`;
};

/** The same document at another place: going there loads nothing anew. */
export const placeInFrame = (address: string, anchor: string): string =>
  `${address.split('#', 1)[0] ?? ''}#${encodeURIComponent(anchor)}`;
