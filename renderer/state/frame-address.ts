import type { InterfaceLanguage } from '#preload/contract/settings-types.ts';

/** What is marked in an article. */
export interface Finding {
  /** Empty for nothing. */
  readonly text: string;
  /** The very characters, rather than what a search means. */
  readonly isLiteral: boolean;
}

/** What the article frame shows. */
export interface FrameContent {
  readonly articleId: string;
  /** Of the words around the article: where it changes, the page is another. */
  readonly language: InterfaceLanguage;
  /** The page as published instead of the article. */
  readonly isOriginal: boolean;
  /** An earlier version of the article; null for the article as it is now. */
  readonly version: number | null;
  readonly finding: Finding;
}

/** Where the article's own page lives: another origin than the window's, with scripts off. */
export const frameAddress = ({ articleId, language, isOriginal, version, finding }: FrameContent): string => {
  const page = `offprint-article://library/${encodeURIComponent(articleId)}?language=${language}`;
  if (isOriginal) return `${page}&original`;
  const state = version === null ? '' : `&version=${version}`;
  const { text, isLiteral } = finding;
  return `${page}${state}${text === '' ? '' : `&find=${encodeURIComponent(text)}${isLiteral ? '&literal' : ''}`}`;
};

/** The same document at another place: going there loads nothing anew. */
export const placeInFrame = (address: string, place: string | null): string =>
  `${address.split('#', 1)[0] ?? ''}${place === null ? '' : `#${encodeURIComponent(place)}`}`;

/** The place of a match in the document, from 1; being there makes it the current one. */
export const matchPlace = (match: number): string => `match-${match}`;

/** Being there hides all marks, and scrolls nowhere. */
export const marksOff = 'marks-off';
