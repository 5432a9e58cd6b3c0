import type { Mark, MarkedText } from '#preload/contract/search-types.ts';
import { markTerms } from './marks.ts';
import type { Term } from './query.ts';
import { isKindAt } from './tokens.ts';

const snippetLength = 160;
const lengthBeforeMark = 40;
const maximumSnippets = 2;
/** Of a long text only so much is looked through where it has enough to show, but for what a mark might reach beyond it. */
const beginningLength = 4_096;
const lengthBeyondMark = 1_024;

/** Of a text that is searched for several terms so much is looked through for a place that has them together. */
const togetherLength = 16_384;
/** What a row of the list shows of a snippet. */
const shownLength = 50;

/**
 * The first places of a text that show what was sought, about 160 UTF-16 code units each, from where most of several terms stand
 * together. Marks are places in the snippet. Where only the title has it, the text's beginning, without marks.
 */
export function makeSnippets(text: string, terms: readonly Term[]): MarkedText[] {
  const wanted = terms.filter(({ isTitleOnly }) => !isTitleOnly);
  const together = wanted.length > 1 ? placeOfMost(text.slice(0, togetherLength), wanted) : null;
  if (together !== null) return snippetsAt(text, markTerms(text, wanted), together).snippets;
  const early = text.length > beginningLength * 2 ? snippetsAt(text, markTerms(text.slice(0, beginningLength), wanted)) : null;
  const isEnough = early?.snippets.length === maximumSnippets && early.end <= beginningLength - lengthBeyondMark;
  const snippets = isEnough ? early.snippets : snippetsAt(text, markTerms(text, wanted)).snippets;
  return snippets.length > 0 || text === '' ? snippets : [cut(text, 0, endOf(text, 0, [0, 0]), [])];
}

interface Snippets {
  readonly snippets: MarkedText[];
  /** Where the last one ends in the text. */
  readonly end: number;
}

/** Where the first mark is from which on a row shows as many different terms as anywhere; null where it shows one at most. */
function placeOfMost(text: string, terms: readonly Term[]): number | null {
  const places = terms
    .flatMap((term, number) => markTerms(text, [term]).map(([at]) => ({ at, number })))
    .toSorted((one, other) => one.at - other.at);
  let [most, place]: [number, number | null] = [1, null];
  let last = 0;
  const shown = new Map<number, number>();
  for (const { at, number } of places) {
    while ((places[last]?.at ?? Infinity) < at + shownLength) {
      const entering = places[last++]?.number ?? 0;
      shown.set(entering, (shown.get(entering) ?? 0) + 1);
    }
    if (shown.size > most) [most, place] = [shown.size, at];
    const left = (shown.get(number) ?? 0) - 1;
    if (left > 0) shown.set(number, left);
    else shown.delete(number);
  }
  return place;
}

function snippetsAt(text: string, marks: readonly Mark[], from = 0): Snippets {
  const snippets: MarkedText[] = [];
  let end = 0;
  for (const mark of marks) {
    if (mark[0] < end || mark[0] + mark[1] <= from) continue;
    if (snippets.length === maximumSnippets) break;
    const start = startOf(text, mark, end);
    end = endOf(text, start, mark);
    snippets.push(cut(text, start, end, marks));
  }
  return { snippets, end };
}

const isInsidePair = (text: string, at: number): boolean => /^[\uDC00-\uDFFF]/u.test(text.slice(at, at + 1)) && at > 0;

/** The beginning of the sentence, if it is near. */
function startOf(text: string, [markStart]: Mark, earliest: number): number {
  const from = Math.max(earliest, markStart - lengthBeforeMark);
  const before = text.slice(from, markStart);
  const sentence = Math.max(
    ...['\n', '。', '！', '？', '. '].map((sign) => before.lastIndexOf(sign) + (before.includes(sign) ? sign.length : 0)),
  );
  const start = sentence > 0 ? from + sentence : from;
  return borderAfter(text, isInsidePair(text, start) ? start + 1 : start, markStart);
}

/** A mark is shown whole, but for one of absurd length. */
function endOf(text: string, start: number, [markStart, markLength]: Mark): number {
  const end = Math.min(text.length, Math.max(start + snippetLength, markStart + Math.min(markLength, snippetLength)));
  const whole = isInsidePair(text, end) ? end + 1 : end;
  return borderBefore(text, whole, Math.max(start, markStart + markLength));
}

const isInsideWord = (text: string, at: number): boolean => isKindAt(text, at - 1, 'word') && isKindAt(text, at, 'word');

/** Never inside a Latin word: the next place between two, or the given one where there is none up to `latest`. */
function borderAfter(text: string, at: number, latest: number): number {
  let border = at;
  while (border < latest && isInsideWord(text, border)) border += 1;
  return border;
}

function borderBefore(text: string, at: number, earliest: number): number {
  let border = at;
  while (border > earliest && isInsideWord(text, border)) border -= 1;
  return border > earliest ? border : at;
}

function cut(text: string, start: number, end: number, marks: readonly Mark[]): MarkedText {
  const inside = marks.filter(([at, length]) => at < end && at + length > start);
  return {
    text: text.slice(start, end).replaceAll('\n', ' '),
    marks: inside.map(([at, length]): Mark => {
      const from = Math.max(at, start);
      return [from - start, Math.min(at + length, end) - from];
    }),
  };
}
