import { absenceToken, commonCharacters } from './common-characters.ts';
import { charactersOf, eachRun, encodeCharacter, isKindAt, tokenCutter, type TokenSink } from './tokens.ts';

/** To be raised with every change of what the functions here return, and of the tables that it goes into. */
export const tokenizerVersion = 4;

const space = 0x20;

/** Tokens with spaces between them, as UTF-16 in one growing buffer: as strings they would be most of the work of indexing. */
class TokenBuffer implements TokenSink {
  #units = new Uint16Array(8_192);
  #length = 0;

  add(token: string): void {
    this.#reserve(token.length + 1);
    this.#write(token);
    this.#units[this.#length++] = space;
  }

  addPairs(characters: readonly string[]): void {
    this.#reserve(characters.length * 5);
    for (let at = 0; at + 1 < characters.length; at += 1) {
      this.#write(characters[at] ?? '');
      this.#write(characters[at + 1] ?? '');
      this.#units[this.#length++] = space;
    }
  }

  toString(): string {
    const bytes = Buffer.from(this.#units.buffer, 0, Math.max(0, this.#length - 1) * Uint16Array.BYTES_PER_ELEMENT);
    return bytes.toString('utf16le');
  }

  #write(text: string): void {
    for (let at = 0; at < text.length; at += 1) this.#units[this.#length++] = text.charCodeAt(at);
  }

  #reserve(units: number): void {
    if (this.#length + units <= this.#units.length) return;
    const grown = new Uint16Array((this.#length + units) * 2);
    grown.set(this.#units);
    this.#units = grown;
  }
}

/** Tokens of a text, with spaces between them. */
export function indexText(folded: string): string {
  const tokens = new TokenBuffer();
  const cut = tokenCutter(tokens);
  eachRun(folded, (kind, start, end) => cut(kind, folded.slice(start, end)));
  return tokens.toString();
}

/** A token of no text: what stands on both sides of it does not stand side by side. */
const gap = '\uE000';

/** As `indexText`, and behind it the characters that no token begins with: in titles one character is sought as a beginning. */
export function indexTitle(folded: string): string {
  const last = new Set<string>();
  eachRun(folded, (kind, start, end) => {
    if (kind === 'chinese') last.add(charactersOf(folded.slice(start, end)).at(-1) ?? '');
  });
  return last.size === 0 ? indexText(folded) : [indexText(folded), gap, ...last].join(' ');
}

/**
 * Every Chinese, Japanese or Korean character of a text once, with spaces between them, and a token for each common one that it
 * lacks: what one-character terms are sought in.
 */
export function indexCharacters(folded: string): string {
  const seen = new Uint8Array(0x1_00_00);
  const characters: string[] = [];
  for (let at = 0; at < folded.length; at += 1) {
    const unit = folded.charCodeAt(at);
    if (seen[unit] === 1 || unit < 0x80) continue;
    seen[unit] = 1;
    if (isKindAt(folded, at, 'chinese') && (unit < 0xd8_00 || unit > 0xdf_ff)) characters.push(folded.charAt(at));
  }
  const beyond = seen.subarray(0xd8_00, 0xe0_00).includes(1)
    ? Array.from(folded).filter((character) => character.length === 2)
    : [];
  for (const character of new Set(beyond)) if (isKindAt(character, 0, 'chinese')) characters.push(character);
  const tokens = characters.map(encodeCharacter);
  for (const character of commonCharacters) if (seen[character.charCodeAt(0)] === 0) tokens.push(absenceToken(character));
  return tokens.join(' ');
}
