import type { Mark, MarkedText } from '#preload/contract/search-types.ts';

/**
 * Converts a text and keeps its marks right. Dictionaries of phrases look across the borders of a mark, so the text is converted
 * whole; only where that changes its length, which is rare, piece by piece.
 */
export function convertMarked({ text, marks }: MarkedText, convert: (text: string) => string): MarkedText {
  const whole = convert(text);
  if (whole.length === text.length) return { text: whole, marks };
  let converted = '';
  let at = 0;
  const moved = marks.map(([start, length]): Mark => {
    converted += convert(text.slice(at, start));
    const from = converted.length;
    at = start + length;
    converted += convert(text.slice(start, at));
    return [from, converted.length - from];
  });
  return { text: converted + convert(text.slice(at)), marks: moved };
}
