/**
 * How text is cut for the index, and queries for the search. All text here is folded.
 *
 * A run of letters and digits is one token. Chinese, Japanese and Korean are not cut into words, which differ by dictionary;
 * a run of them becomes all its overlapping pairs and its last character, and its first character too where a word stands
 * before it: `在G20峰会上` is `在 g20 峰 峰会 会上 上`. A query is cut the same way but for its own last character, and so
 * matches exactly where its characters stand side by side.
 */

/** To be raised with every change of what `indexText` or `indexCharacters` return. */
export const tokenizerVersion = 1;

export type RunKind = 'word' | 'chinese';

export interface Run {
  readonly kind: RunKind;
  readonly text: string;
}

const separatorClass = 0;
const wordClass = 1;
const chineseClass = 2;

const chineseLetter = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}ー]$/u;
const letter = /^[\p{L}\p{Nl}]$/u;
const wordCharacter = /^[\p{L}\p{Nl}\p{Nd}]$/u;

const isHighSurrogate = (unit: number): boolean => unit >= 0xd8_00 && unit <= 0xdb_ff;
const isLowSurrogate = (unit: number): boolean => unit >= 0xdc_00 && unit <= 0xdf_ff;

function classOfCharacter(character: string): number {
  if (chineseLetter.test(character) && letter.test(character)) return chineseClass;
  return character.length === 1 && wordCharacter.test(character) ? wordClass : separatorClass;
}

const classes = Uint8Array.from({ length: 0x1_00_00 }, (_, unit) => classOfCharacter(String.fromCharCode(unit)));

/** Class of the character that the code unit at `at` belongs to. */
function classAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (isHighSurrogate(unit)) return classOfCharacter(text.slice(at, at + 2));
  if (isLowSurrogate(unit)) return at > 0 ? classOfCharacter(text.slice(at - 1, at + 1)) : separatorClass;
  return classes[unit] ?? separatorClass;
}

/** False outside of the text. */
export function isKindAt(text: string, at: number, kind: RunKind): boolean {
  return at >= 0 && at < text.length && classAt(text, at) === (kind === 'word' ? wordClass : chineseClass);
}

export function isSeparatorAt(text: string, at: number): boolean {
  return at < text.length && classAt(text, at) === separatorClass;
}

/** Calls back with every run of one kind, in order. */
function eachRun(text: string, visit: (kind: RunKind, start: number, end: number) => void): void {
  let start = 0;
  while (start < text.length) {
    const runClass = classAt(text, start);
    let end = start + 1;
    while (end < text.length && classAt(text, end) === runClass) end += 1;
    if (runClass !== separatorClass) visit(runClass === wordClass ? 'word' : 'chinese', start, end);
    start = end;
  }
}

export function cutRuns(text: string): Run[] {
  const runs: Run[] = [];
  eachRun(text, (kind, start, end) => runs.push({ kind, text: text.slice(start, end) }));
  return runs;
}

/**
 * Characters that SQLite's tokenizer (Unicode 6.1) would take for separators: above U+FFFF, and those added since. They are
 * written as two characters of the private use area, which it takes for letters and which no text reaches the index with.
 */
const newerUnit = /[\uD800-\uDFFF\u4DB6-\u4DBF\u9FCD-\u9FFF\u312E\u312F\u31BB-\u31BF]/;

function encodeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (!newerUnit.test(character)) return character;
  return String.fromCharCode(0xe0_00 + (code >> 10), 0xe8_00 + (code & 0x3_ff));
}

/** The characters of a run, each in the form that the index knows. */
function charactersOf(run: string): readonly string[] {
  return newerUnit.test(run) ? Array.from(run, encodeCharacter) : run.split('');
}

/** Tokens of a text, with spaces between them. */
export function indexText(folded: string): string {
  const tokens: string[] = [];
  let isAfterWord = false;
  eachRun(folded, (kind, start, end) => {
    const run = folded.slice(start, end);
    if (kind === 'word') tokens.push(run);
    else {
      const characters = charactersOf(run);
      if (isAfterWord && characters.length > 1) tokens.push(characters[0] ?? '');
      pushPairs(tokens, characters);
      tokens.push(characters.at(-1) ?? '');
    }
    isAfterWord = kind === 'word';
  });
  return tokens.join(' ');
}

function pushPairs(tokens: string[], characters: readonly string[]): void {
  for (let at = 0; at + 1 < characters.length; at += 1) tokens.push(`${characters[at] ?? ''}${characters[at + 1] ?? ''}`);
}

/** Every Chinese, Japanese or Korean character of a text once, with spaces between them: what one-character terms are sought in. */
export function indexCharacters(folded: string): string {
  const characters = new Set<string>();
  eachRun(folded, (kind, start, end) => {
    if (kind === 'chinese') for (const character of folded.slice(start, end)) characters.add(character);
  });
  return Array.from(characters, encodeCharacter).join(' ');
}

/** The one character of a term that is nothing else, in the form of `indexCharacters`; null for longer terms. */
export function singleCharacter(runs: readonly Run[]): string | null {
  const [run] = runs;
  if (runs.length !== 1 || run?.kind !== 'chinese') return null;
  const characters = charactersOf(run.text);
  return characters.length === 1 ? (characters[0] ?? null) : null;
}

export interface PhraseTokens {
  readonly tokens: readonly string[];
  /** The last token is the beginning of one. */
  readonly isPrefix: boolean;
}

/** The tokens that stand side by side in the index where the runs stand side by side in a text. */
export function phraseTokens(runs: readonly Run[]): PhraseTokens {
  const tokens: string[] = [];
  let isPrefix = false;
  runs.forEach(({ kind, text }, index) => {
    if (kind === 'word') {
      tokens.push(text);
      return;
    }
    const characters = charactersOf(text);
    const isLast = index === runs.length - 1;
    const isAfterWord = runs[index - 1]?.kind === 'word';
    if (isAfterWord && (characters.length > 1 || isLast)) tokens.push(characters[0] ?? '');
    pushPairs(tokens, characters);
    if (!isLast) tokens.push(characters.at(-1) ?? '');
    else if (characters.length === 1 && !isAfterWord) {
      tokens.push(characters[0] ?? '');
      isPrefix = true;
    }
  });
  return { tokens, isPrefix };
}

/** The beginning of a term, such that it makes no more than `maximum` tokens. */
export function shortenRuns(runs: readonly Run[], maximum: number): Run[] {
  const kept: Run[] = [];
  let left = maximum;
  for (const run of runs) {
    if (left <= 0) break;
    const characters = Array.from(run.text);
    const tokens = run.kind === 'word' ? 1 : characters.length + 1;
    kept.push(tokens <= left || run.kind === 'word' ? run : { kind: run.kind, text: characters.slice(0, left).join('') });
    left -= tokens;
  }
  return kept;
}
