import { generateText, makeRandom, pick } from '#test/helpers/generated-text.ts';

const vocabularySize = 12_000;
/** Every fifth word of an article is one of so many that it keeps coming back to. */
const subjectSize = 60;
const subjectShare = 0.2;
const latin = ['COVID', 'G20', 'NATO', 'Paris', 'harbour', 'lantern', '2018', '2021', 'café'];

/**
 * Text whose words are as unevenly frequent as those of a language: of a word's pairs of characters some stand in every
 * article and most in few, which is what an index and a compressor have to live with. The same for the same seed.
 */
export interface Prose {
  /** The most frequent first; of two to four Chinese characters, Simplified with some Traditional among them. */
  readonly words: readonly string[];
  readonly latin: readonly string[];
  title(): string;
  /** About so many characters, in paragraphs. */
  paragraphs(length: number): string[];
}

export function createProse(seed: number): Prose {
  const random = makeRandom(seed);
  const words = makeVocabulary(random);
  const word = (): string => words[Math.floor(words.length ** random()) - 1] ?? '';
  const sentence = (subject: readonly string[]): string => {
    const parts = Array.from({ length: 6 + Math.floor(random() * 14) }, () =>
      random() < subjectShare ? pick(random, subject) : word(),
    );
    if (random() < 0.15) parts.splice(Math.floor(random() * parts.length), 0, pick(random, latin));
    for (let at = 4; at < parts.length - 2; at += 6) parts.splice(at, 0, '，');
    return `${parts.join('')}。`;
  };
  const paragraph = (subject: readonly string[]): string =>
    Array.from({ length: 2 + Math.floor(random() * 3) }, () => sentence(subject)).join('');
  return {
    words,
    latin,
    title: () => Array.from({ length: 4 + Math.floor(random() * 5) }, word).join(''),
    paragraphs(length) {
      const subject = Array.from({ length: subjectSize }, word);
      const made: string[] = [];
      for (let total = 0; total < length; total += made.at(-1)?.length ?? 1) made.push(paragraph(subject));
      return made;
    },
  };
}

function makeVocabulary(random: () => number): readonly string[] {
  const material = generateText(random, vocabularySize * 5).replaceAll(/\P{Script=Han}/gu, '');
  const characters = Array.from(material);
  const words = new Set<string>();
  for (let at = 0; words.size < vocabularySize && at < characters.length;) {
    const length = pick(random, [2, 2, 2, 2, 3, 4]);
    words.add(characters.slice(at, at + length).join(''));
    at += length;
  }
  return [...words];
}
