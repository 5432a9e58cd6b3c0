import type { CleanElement, CleanText } from './clean-node.ts';

/** Han, kana, bopomofo and their punctuation: written without spaces. Hangul is not, it uses them. */
const unspaced =
  /[\u3001-\u303f\u3041-\u30ff\u3100-\u312f\u31a0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uffee]|[\ud840-\ud8ff]|[\udc00-\udfff]/u;
/** Punctuation that both ways of writing share. */
const shared = /[\u2018-\u201d\u2014\u2026\u00b7]/u;
const firstShared = '\u00b7';
/** What a character adds to a gap between words, as bits; 0 for a character of a word. U+3000 is typographic and is handled apart. */
const gapBit = { nothing: 1, space: 2, newline: 4, ideographicSpace: 8 };
/** By code unit: every character of every page is looked up once. */
const gapBits = new Uint8Array(0x10000)
  .fill(gapBit.nothing, 0x00, 0x09)
  .fill(gapBit.space, 0x09, 0x21)
  .fill(gapBit.space, 0x7f, 0xa1)
  .fill(gapBit.space, 0x1680, 0x1681)
  .fill(gapBit.space, 0x2000, 0x200b)
  .fill(gapBit.nothing, 0x200b, 0x200c)
  .fill(gapBit.space, 0x2028, 0x202a)
  .fill(gapBit.space, 0x202f, 0x2030)
  .fill(gapBit.space, 0x205f, 0x2060)
  .fill(gapBit.nothing, 0x2060, 0x2061)
  .fill(gapBit.space | gapBit.ideographicSpace, 0x3000, 0x3001)
  .fill(gapBit.nothing, 0xfeff, 0xff00);
for (const newline of [0x0a, 0x0d]) gapBits[newline] = gapBit.space | gapBit.newline;

interface Piece {
  readonly node: CleanText;
  readonly depth: number;
  text: string;
}

interface Gap {
  /** Piece that the space goes to if it stays: the one least deep in links and emphasis. */
  piece: Piece;
  hasNewline: boolean;
  hasIdeographicSpace: boolean;
}

interface Joiner {
  /** Last character written on this row; empty at its start. */
  before: string;
  gap: Gap | null;
  readonly keepsTypedSpaces: boolean;
}

/**
 * Collapses the white space of one line and removes it between characters that are written without spaces, also where inline
 * tags stand between them. In a heading a space that was typed (not a line break of the source) stays: there it separates
 * parts. An ideographic space inside a row stays everywhere. `code` is left alone.
 */
export function joinSpaces(line: CleanElement, keepsTypedSpaces: boolean): void {
  joinChildren(line, 0, { before: '', gap: null, keepsTypedSpaces });
}

function joinChildren(parent: CleanElement, depth: number, joiner: Joiner): void {
  for (const child of parent.children) {
    if (child.kind === 'text') joinText({ node: child, depth, text: '' }, child.text, joiner);
    else if (child.name === 'br') startRow(joiner, '');
    else if (child.name === 'img') settle(joiner, '\ufffc', null);
    else if (child.name === 'code') skipCode(child, joiner);
    else joinChildren(child, depth + 1, joiner);
  }
}

function startRow(joiner: Joiner, before: string): void {
  joiner.gap = null;
  joiner.before = before;
}

/** The inside of code is solid: as if one letter stood there. */
function skipCode(code: CleanElement, joiner: Joiner): void {
  if (code.children.length > 0) settle(joiner, 'x', null);
}

function joinText(piece: Piece, source: string, joiner: Joiner): void {
  let start = 0;
  let bits = 0;
  for (let index = 0; index < source.length; index++) {
    const added = gapBits[source.charCodeAt(index)] ?? 0;
    if (added === 0 && bits !== 0) {
      addGap(piece, bits, joiner);
      start = index;
      bits = 0;
    } else if (added !== 0) {
      if (bits === 0) addWord(piece, source.slice(start, index), joiner);
      bits |= added;
    }
  }
  if (bits === 0) addWord(piece, source.slice(start), joiner);
  else addGap(piece, bits, joiner);
  piece.node.text = piece.text;
}

function addGap(piece: Piece, bits: number, joiner: Joiner): void {
  if (joiner.before === '' || (bits & gapBit.space) === 0) return;
  const hasNewline = (bits & gapBit.newline) !== 0;
  const hasIdeographicSpace = !hasNewline && (bits & gapBit.ideographicSpace) !== 0;
  if (joiner.gap === null) joiner.gap = { piece, hasNewline, hasIdeographicSpace };
  else {
    if (piece.depth < joiner.gap.piece.depth) joiner.gap.piece = piece;
    joiner.gap.hasNewline ||= hasNewline;
    joiner.gap.hasIdeographicSpace ||= hasIdeographicSpace;
  }
}

function addWord(piece: Piece, word: string, joiner: Joiner): void {
  if (word === '') return;
  settle(joiner, word.charAt(0), piece);
  piece.text += word;
  joiner.before = word.at(-1) ?? '';
}

/** Decides about the gap before `after`. */
function settle(joiner: Joiner, after: string, current: Piece | null): void {
  const { gap } = joiner;
  if (gap !== null) {
    const space = spaceBetween(joiner.before, after, gap, joiner.keepsTypedSpaces);
    const target = current !== null && current.depth < gap.piece.depth ? current : gap.piece;
    if (space !== '') {
      target.text += space;
      target.node.text = target.text;
    }
  }
  startRow(joiner, after);
}

function spaceBetween(before: string, after: string, gap: Gap, keepsTypedSpaces: boolean): string {
  if (gap.hasIdeographicSpace && !gap.hasNewline) return '\u3000';
  if (before < firstShared && after < firstShared) return ' ';
  const isUnspaced =
    (isUnspacedCharacter(before) && (isUnspacedCharacter(after) || shared.test(after))) ||
    (shared.test(before) && isUnspacedCharacter(after));
  return isUnspaced && (gap.hasNewline || !keepsTypedSpaces) ? '' : ' ';
}

function isUnspacedCharacter(character: string): boolean {
  return unspaced.test(character);
}
