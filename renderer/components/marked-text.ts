import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Mark, MarkedText } from '#preload/contract/search-types.ts';

export interface MarkedPart {
  readonly text: string;
  readonly isMarked: boolean;
}

/** A text cut at its marks. Marks are put in order first; what overlaps or leaves the text is cut off. */
export const markedParts = (text: string, marks: readonly Mark[]): readonly MarkedPart[] => {
  const parts: MarkedPart[] = [];
  let place = 0;
  for (const [markStart, length] of marks.toSorted((one, other) => one[0] - other[0])) {
    const start = Math.max(place, markStart);
    const end = Math.min(text.length, markStart + length);
    if (end <= start) continue;
    if (start > place) parts.push({ text: text.slice(place, start), isMarked: false });
    parts.push({ text: text.slice(start, end), isMarked: true });
    place = end;
  }
  if (place < text.length) parts.push({ text: text.slice(place), isMarked: false });
  return parts;
};

export const markedText = (text: string, marks: readonly Mark[]): TemplateResult | string =>
  marks.length === 0
    ? text
    : html`${markedParts(text, marks).map((part) => (part.isMarked ? html`<mark>${part.text}</mark>` : part.text))}${nothing}`;

const wideCharacter = /[\u1100-\u115F\u2E80-\uFFDC]/u;
const widthOf = (text: string): number =>
  Array.from(text).reduce((width, character) => width + (wideCharacter.test(character) ? 2 : 1), 0);
const charactersBefore = 6;

/** The same text, begun later where its first mark would lie behind as much as so many Latin letters have room for. */
export const nearFirstMark = (text: string, marks: readonly Mark[], room: number): MarkedText => {
  const [first] = marks.toSorted((one, other) => one[0] - other[0]);
  if (!first || widthOf(text.slice(0, first[0] + first[1])) <= room) return { text, marks };
  const before = Array.from(text.slice(0, first[0])).slice(-charactersBefore).join('');
  const cut = first[0] - before.length;
  return { text: `…${text.slice(cut)}`, marks: marks.map(([at, length]): Mark => [at - cut + 1, length]) };
};
