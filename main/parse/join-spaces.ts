import type { CleanElement, CleanText } from './clean-node.ts';

/** Han, kana, bopomofo and their punctuation: written without spaces. Hangul is not, it uses them. */
const unspaced =
  /[\u3001-\u303f\u3041-\u30ff\u3100-\u312f\u31a0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uffee]|[\ud840-\ud8ff]|[\udc00-\udfff]/u;
/** Punctuation that both ways of writing share. */
const shared = /[\u2018-\u201d\u2014\u2026\u00b7]/u;
/** White space, and what shows as nothing at all. U+3000 is typographic and is handled apart. */
const runPattern = /[\s\u0000-\u001f\u007f-\u009f\u200b\u2060\ufeff]+/gu;

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
  let end = 0;
  for (const run of source.matchAll(runPattern)) {
    addWord(piece, source.slice(end, run.index), joiner);
    addGap(piece, run[0], joiner);
    end = run.index + run[0].length;
  }
  addWord(piece, source.slice(end), joiner);
  piece.node.text = piece.text;
}

function addGap(piece: Piece, run: string, joiner: Joiner): void {
  const isVisible = /[^\u0000-\u0008\u200b\u2060\ufeff]/u.test(run);
  if (joiner.before === '' || !isVisible) return;
  const hasNewline = /[\n\r]/u.test(run);
  const hasIdeographicSpace = !hasNewline && run.includes('\u3000');
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
  const isUnspaced =
    (isUnspacedCharacter(before) && (isUnspacedCharacter(after) || shared.test(after))) ||
    (shared.test(before) && isUnspacedCharacter(after));
  return isUnspaced && (gap.hasNewline || !keepsTypedSpaces) ? '' : ' ';
}

function isUnspacedCharacter(character: string): boolean {
  return unspaced.test(character);
}
