import type { SpokenPassage, SpokenText } from '#preload/contract/aloud-types.ts';

/** A sentence of an article, as it is read aloud. */
export interface Sentence extends SpokenPassage {
  /** BCP 47; that of the article where its block says nothing else. */
  readonly language: string;
}

/** Longer ones are read in parts: a system's voice may give up on a text that does not end. */
const longestSentence = 600;

const isUnknown = (language: string): boolean => language === '' || language === 'und';

/** What a text that says no language is most likely written in. */
const guessLanguage = (text: string): string => (/\p{Script=Han}/u.test(text) ? 'zh' : 'en');

/** The language of the article, or what it looks like. */
export const languageOfText = ({ language, blocks }: SpokenText): string =>
  isUnknown(language) ? guessLanguage(blocks.map(({ text }) => text).join('')) : language;

/** After these a sentence goes on, whatever is written with a capital letter there. */
const goesOn = /(?:^|[\s("“‘])(?:Mr|Mrs|Ms|Dr|Prof|St|Sr|Jr|vs|cf|No|Nos|Fig|e\.g|i\.e|[A-Z])\.\s*$/u;

const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

const splitters = new Map<string, Intl.Segmenter>();
const splitterFor = (language: string): Intl.Segmenter => {
  const known = splitters.get(language);
  if (known) return known;
  let splitter: Intl.Segmenter;
  try {
    splitter = new Intl.Segmenter(language, { granularity: 'sentence' });
  } catch {
    // An archive may call a language what is no name of one.
    splitter = new Intl.Segmenter('en', { granularity: 'sentence' });
  }
  splitters.set(language, splitter);
  return splitter;
};

/** Where parts of a sentence that is too long may end: after a clause, else after a space, else anywhere. */
const partEnd = (text: string, from: number): number => {
  const until = from + longestSentence;
  if (until >= text.length) return text.length;
  for (const ends of [/[,，、;；:：—]/u, /\s/u])
    for (let at = until; at > from + longestSentence / 2; at -= 1) if (ends.test(text.charAt(at - 1))) return at;
  // Not between the halves of one character.
  return /[\uD800-\uDBFF]/u.test(text.charAt(until - 1)) ? until - 1 : until;
};

type Span = readonly [start: number, end: number];

/** Spans of the sentences of one block, without the spaces around them. */
const spansOf = (text: string, language: string): Span[] => {
  const whole: [number, number][] = [];
  for (const { index, segment } of splitterFor(language).segment(text)) {
    const last = whole.at(-1);
    if (last && (goesOn.test(text.slice(last[0], last[1])) || !hasWords(segment))) last[1] = index + segment.length;
    else whole.push([index, index + segment.length]);
  }
  return whole.flatMap(([start, end]) => {
    const sentence = text.slice(start, end);
    const spans: Span[] = [];
    for (let at = 0; at < sentence.length;) {
      const next = partEnd(sentence, at);
      const part = sentence.slice(at, next);
      const left = part.length - part.trimStart().length;
      if (hasWords(part)) spans.push([start + at + left, start + at + part.trimEnd().length]);
      at = next;
    }
    return spans;
  });
};

/** Every sentence of the article, in order; what has no letter or digit is not read. */
export const sentencesOf = (text: SpokenText): readonly Sentence[] => {
  const language = languageOfText(text);
  return text.blocks.flatMap((block, place) => {
    const own = isUnknown(block.language) ? language : block.language;
    return spansOf(block.text, own).map(([start, end]) => ({
      block: place,
      start,
      end,
      text: block.text.slice(start, end),
      language: own,
    }));
  });
};

/** The sentence that a place is in, or the next one after it; the last one where there is none. -1 without sentences. */
export const sentenceAt = (sentences: readonly Sentence[], { block, offset }: SpokenText['start']): number => {
  const found = sentences.findIndex((one) => one.block > block || (one.block === block && one.end > offset));
  return found < 0 ? sentences.length - 1 : found;
};
