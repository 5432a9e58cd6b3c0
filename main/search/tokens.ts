/**
 * How text is cut for the index, and queries for the search. All text here is folded.
 *
 * A run of letters and digits is one token. Chinese, Japanese and Korean are not cut into words, which differ by dictionary;
 * a run of them becomes all its overlapping pairs. Where a word stands before it or behind it, its first or its last character
 * is a token too: `在G20峰会上` is `在 g20 峰 峰会 会上`; its last one also where the next run begins with the same, since the pairs
 * of `会上，上山` would be those of `会上山`. A query is cut the same way, but for the outer end of its last run, and so matches
 * exactly where its characters stand side by side.
 */

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
export function eachRun(text: string, visit: (kind: RunKind, start: number, end: number) => void): void {
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

export function encodeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (!newerUnit.test(character)) return character;
  return String.fromCharCode(0xe0_00 + (code >> 10), 0xe8_00 + (code & 0x3_ff));
}

/** The characters of a run, each in the form that the index knows. */
export function charactersOf(run: string): readonly string[] {
  return newerUnit.test(run) ? Array.from(run, encodeCharacter) : run.split('');
}

/** Where tokens go, in their order. */
export interface TokenSink {
  add(token: string): void;
  /** Every two characters of a run that stand side by side. */
  addPairs(characters: readonly string[]): void;
}

/** Takes runs in order and adds their tokens; a run's last character waits for what comes behind it. */
export function tokenCutter(sink: TokenSink): (kind: RunKind, run: string) => void {
  let isAfterWord = false;
  let waiting = '';
  return (kind, run) => {
    if (kind === 'word') {
      if (waiting !== '') sink.add(waiting);
      waiting = '';
      sink.add(run);
    } else {
      const characters = charactersOf(run);
      const [first = ''] = characters;
      if (waiting === first) sink.add(waiting);
      if (isAfterWord || characters.length === 1) sink.add(first);
      sink.addPairs(characters);
      waiting = characters.length === 1 ? '' : (characters.at(-1) ?? '');
    }
    isAfterWord = kind === 'word';
  };
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

/**
 * The tokens that stand side by side in the index where the runs stand side by side in a text. The first run is no lone Chinese
 * character with Chinese behind it: the index does not tell what a run ends with there (see `splitTerm`).
 */
export function phraseTokens(runs: readonly Run[]): PhraseTokens {
  const tokens: string[] = [];
  const cut = tokenCutter({
    add: (token) => tokens.push(token),
    addPairs: (characters) => {
      for (let at = 0; at + 1 < characters.length; at += 1) tokens.push(`${characters[at] ?? ''}${characters[at + 1] ?? ''}`);
    },
  });
  for (const { kind, text } of runs) cut(kind, text);
  // A run of one character after another Chinese one may be the beginning of a longer run.
  const [before, last] = runs.slice(-2);
  const isOpen = runs.length === 1 ? before?.kind === 'chinese' : before?.kind === 'chinese' && last?.kind === 'chinese';
  return { tokens, isPrefix: isOpen && singleCharacter(runs.slice(-1)) !== null };
}

/** One term, or several where a lone Chinese character comes before a sign and more Chinese: `李·四光` is `李` and `四光`. */
export function splitTerm(runs: readonly Run[]): (readonly Run[])[] {
  const [first, second] = runs;
  const isLone = first?.kind === 'chinese' && second?.kind === 'chinese' && singleCharacter([first]) !== null;
  return isLone ? [[first], ...splitTerm(runs.slice(1))] : [runs];
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
