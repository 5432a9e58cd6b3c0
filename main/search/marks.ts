import type { Mark } from '#preload/contract/search-types.ts';
import { fold } from './folding.ts';
import { parseQuery } from './parse-query.ts';
import type { Term } from './query.ts';
import { isKindAt, isSeparatorAt } from './tokens.ts';

/** More would not help a reader, and a one-letter query in a long text would have no end of them. */
const maximumMarks = 5_000;

/** Places of what a query looks for in a text of an article, in order and without overlap. */
export function findMarks(text: string, query: string): Mark[] {
  return markTerms(text, parseQuery(query).terms);
}

export function markTerms(text: string, terms: readonly Term[]): Mark[] {
  if (terms.length === 0) return [];
  const folded = fold(text);
  return mergeMarks(terms.flatMap((term) => findTerm(folded, term)));
}

function findTerm(folded: string, term: Term): Mark[] {
  const first = term.runs[0]?.text ?? '';
  const marks: Mark[] = [];
  let at = first === '' ? -1 : folded.indexOf(first);
  while (at >= 0 && marks.length < maximumMarks) {
    const end = matchTerm(folded, at, term);
    if (end > at) marks.push([at, end - at]);
    at = folded.indexOf(first, Math.max(end, at + 1));
  }
  return marks;
}

/**
 * End of the term that begins at `start`, or -1. As in the index: words are whole words, runs follow each other with
 * nothing but signs and white space between them, and only the outer ends of a Chinese term may lie inside a run.
 */
function matchTerm(folded: string, start: number, { runs, isPrefix }: Term): number {
  let at = start;
  for (const [index, { kind, text }] of runs.entries()) {
    if (index > 0) while (isSeparatorAt(folded, at)) at += 1;
    if (!folded.startsWith(text, at)) return -1;
    const isLast = index === runs.length - 1;
    const isFree = isLast && (kind === 'chinese' || isPrefix);
    if (kind === 'word' && isKindAt(folded, at - 1, 'word')) return -1;
    at += text.length;
    if (!isFree && isKindAt(folded, at, kind)) return -1;
  }
  return at;
}

function mergeMarks(marks: readonly Mark[]): Mark[] {
  const merged: Mark[] = [];
  for (const [start, length] of marks.toSorted(([one], [other]) => one - other)) {
    const last = merged.at(-1);
    if (!last || start > last[0] + last[1]) merged.push([start, length]);
    else merged[merged.length - 1] = [last[0], Math.max(last[1], start + length - last[0])];
  }
  return merged;
}
