import { measure } from './measure.ts';
import { simplifiedOnly, traditionalOnly } from './one-sided-han.ts';

/** Enough to tell; more costs time on long pages. */
const sampleLength = 3_000;
const englishWords = /\b(?:the|of|and|to|in|is|for|that|with|on|as|are|was|by|it|from|how|why|what|an|at)\b/giu;

/** BCP 47 tag of a text, or `und`. `fallback` decides where Chinese shows no one-sided character, as in short titles. */
export function languageOf(text: string, fallback = 'und'): string {
  const sample = text.slice(0, sampleLength);
  const { han, kana, hangul, latin, words } = measure(sample);
  if (hangul > han + kana && hangul * 3 > latin) return 'ko';
  if (kana > 0 && kana * 5 >= han && (han + kana) * 4 > latin) return 'ja';
  if (han > 0 && han * 4 > latin) return chinese(sample, fallback);
  if (latin === 0) return fallback;
  return latinLanguage(sample, words, fallback);
}

const simplifiedSide = 1;
const traditionalSide = 2;
/** By code unit: a lookup that costs nothing, for a decision made on every page. */
const sides = new Uint8Array(0x10000);
for (const character of simplifiedOnly) sides[character.charCodeAt(0)] = simplifiedSide;
for (const character of traditionalOnly) sides[character.charCodeAt(0)] = traditionalSide;

function chinese(sample: string, fallback: string): string {
  let simplified = 0;
  let traditional = 0;
  for (let index = 0; index < sample.length; index++) {
    const side = sides[sample.charCodeAt(index)];
    if (side === simplifiedSide) simplified++;
    else if (side === traditionalSide) traditional++;
  }
  if (simplified === traditional) return fallback.startsWith('zh') ? fallback : 'zh-Hans';
  return simplified > traditional ? 'zh-Hans' : 'zh-Hant';
}

function latinLanguage(sample: string, words: number, fallback: string): string {
  const known = sample.match(englishWords)?.length ?? 0;
  const isAscii = !/[\u00c0-\u024f]/u.test(sample);
  if (known >= 1 && known * 12 >= words) return 'en';
  if (words <= 12 && isAscii) return fallback.startsWith('zh') || fallback === 'und' ? 'en' : fallback;
  return fallback === 'en' ? 'en' : 'und';
}

const charactersPerMinute = 400;
const wordsPerMinute = 220;

export function readingMinutesOf(text: string): number {
  const { wide, words } = measure(text);
  return Math.max(1, Math.round(wide / charactersPerMinute + words / wordsPerMinute));
}
