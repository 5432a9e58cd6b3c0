import { latinLanguageOf } from './function-words.ts';
import { type Measure, measure } from './measure.ts';
import { simplifiedOnly, traditionalOnly } from './one-sided-han.ts';

/** Enough to tell; more costs time on long pages. */
const sampleLength = 3_000;
/** So few words are a title: they say less than the text that it stands over. */
const titleWords = 12;
/** A list of foreign names between so many characters of Chinese is a Chinese list. */
const fewestHan = 20;

/** BCP 47 tag of a text, or `und`. `fallback` decides where a text is too short or too even to tell, as titles are. */
export function languageOf(text: string, fallback = 'und'): string {
  const sample = text.slice(0, sampleLength);
  const { han, kana, hangul, latin, words } = measure(sample);
  if (hangul > han + kana && hangul * 3 > latin) return 'ko';
  if (kana > 0 && kana * 4 >= han && (han + kana) * 4 > latin) return 'ja';
  if (han > 0 && han * 4 > latin) return han <= titleWords * 2 && fallback === 'ja' ? 'ja' : chinese(sample, fallback);
  if (latin === 0) return otherScript(sample) ?? fallback;
  return latinText(sample, { han, latin, words }, fallback);
}

function latinText(sample: string, count: { han: number; latin: number; words: number }, fallback: string): string {
  const { han, latin, words } = count;
  const language = latin < 2 ? null : latinLanguageOf(sample);
  if (language !== null) return language;
  const other = otherScript(sample);
  if (other !== null) return other;
  if (han >= fewestHan) return chinese(sample, fallback);
  if (words > titleWords) return fallback === 'en' ? 'en' : 'und';
  const isAscii = !/[\u00c0-\u024f]/u.test(sample);
  return isAscii && (fallback === 'und' || fallback.startsWith('zh')) ? 'en' : fallback;
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

const scripts: readonly (readonly [language: string, letters: RegExp])[] = [
  ['el', /\p{Script=Greek}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
];
/** Letters of other alphabets stand in formulas and names as well: half of all letters make a text. */
const scriptShare = 0.5;

/** By the letters alone; Cyrillic without the letters of Ukrainian counts as Russian. */
function otherScript(sample: string): string | null {
  if (!/[\u0370-\u0e7f]/u.test(sample)) return null;
  const letters = (sample.match(/\p{L}/gu)?.length ?? 0) * scriptShare;
  if ((sample.match(/\p{Script=Cyrillic}/gu)?.length ?? 0) > letters) return /[їієґ]/iu.test(sample) ? 'uk' : 'ru';
  return scripts.find(([, pattern]) => (sample.match(pattern)?.length ?? 0) > letters)?.[0] ?? null;
}

const charactersPerMinute = 400;
const wordsPerMinute = 220;

export function readingMinutesOf({ wide, words }: Pick<Measure, 'wide' | 'words'>): number {
  return Math.max(1, Math.round(wide / charactersPerMinute + words / wordsPerMinute));
}
