import { fold } from '#main/search/folding.ts';
import { findMarks } from '#main/search/marks.ts';
import type { Mark } from '#preload/contract/search-types.ts';

/** What is marked in an article. */
export interface Finding {
  /** Empty for nothing. */
  readonly find: string;
  /** The very characters, wherever they stand, rather than what a search means: both scripts and both cases are one either way. */
  readonly isLiteral?: boolean | undefined;
}

/** More would not help a reader. */
const maximumMarks = 5_000;

/** Places in a text of an article, in order and without overlap. */
export function findText(text: string, { find, isLiteral = false }: Finding): readonly Mark[] {
  if (find === '') return [];
  return isLiteral ? findCharacters(fold(text), fold(find.trim())) : findMarks(text, find);
}

/** Folding keeps every offset: what is found in the folded text stands at the same place in the text itself. */
function findCharacters(folded: string, wanted: string): Mark[] {
  const marks: Mark[] = [];
  if (wanted === '') return marks;
  for (let at = folded.indexOf(wanted); at >= 0 && marks.length < maximumMarks; at = folded.indexOf(wanted, at + wanted.length))
    marks.push([at, wanted.length]);
  return marks;
}
