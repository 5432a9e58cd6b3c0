/** How much longer a text may become in another language without breaking the window. */
const growth = 0.4;

/** A word longer by two fifths, as one word: a language of long words leaves no place to break a line. */
const stretchWord = (word: string): string => word + word.slice(-Math.ceil(word.length * growth));

/** Words alone: addresses, keys of a search and numbers stay what they are. */
const stretchText = (text: string): string => text.replaceAll(/(?<![\w/:@.-])[\p{Ll}\p{Lu}’]{2,}(?![\w/:@]|\.\w)/gu, stretchWord);

function stretch(part: unknown): unknown {
  if (typeof part === 'string') return stretchText(part);
  if (typeof part === 'function') return (...places: readonly unknown[]) => stretchText(String(part(...places)));
  if (typeof part !== 'object' || part === null) throw new Error(`a catalogue has no ${typeof part}`);
  return Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, stretch(inner)]));
}

/** A catalogue of messages, every text of it longer by two fifths: what a language of many letters would do to the window. */
export const stretched = <Messages extends object>(messages: Messages): Messages => stretch(messages) as Messages;
