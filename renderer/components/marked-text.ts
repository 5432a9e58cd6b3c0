import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Mark } from '#preload/contract/search-types.ts';

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
