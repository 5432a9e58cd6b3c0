/** Letters further apart than this begin another name. */
const patienceMs = 800;

/** What a letter that is typed over a list leads to: the place of a name, or null where the letter is not for the list. */
export type TypingFinder = (letter: string, atMs: number, labels: readonly string[], current: number) => number | null;

/**
 * Goes to the next name that begins with what was typed; the same letter again goes to the one after. A letter that no name
 * begins with is left to the keys of the window, and so is the one behind it: it may be the second of two.
 */
export const createTypingFinder = (): TypingFinder => {
  let typed = '';
  let typedAtMs = Number.NEGATIVE_INFINITY;
  let leftAtMs = Number.NEGATIVE_INFINITY;
  return (letter, atMs, labels, current) => {
    if (atMs - leftAtMs < patienceMs) return null;
    const wanted = (atMs - typedAtMs < patienceMs ? typed : '') + letter.toLocaleLowerCase();
    const isRepeated = [...wanted].every((one) => one === wanted[0]);
    const text = isRepeated ? (wanted[0] ?? '') : wanted;
    // More letters of the name that is stood on stay there; a first letter goes on.
    const first = current + (text.length === 1 ? 1 : 0);
    const places = labels.map((_, index) => (first + index) % labels.length);
    const found = places.find((place) => labels[place]?.toLocaleLowerCase().startsWith(text));
    if (found === undefined && wanted.length === 1) {
      leftAtMs = atMs;
      return null;
    }
    [typed, typedAtMs] = [wanted, atMs];
    return found ?? current;
  };
};
