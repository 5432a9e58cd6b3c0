import { escapeHtml, isBlock, readTokens, unescapeHtml } from './html-tokens.ts';

const voidNames = new Set(['br', 'hr', 'img', 'wbr', 'input', 'col', 'source']);
/** What is written for machines stays as it was. */
const verbatimNames = new Set(['pre', 'code', 'kbd', 'samp']);

interface OpenElement {
  readonly name: string;
  readonly language: string;
  readonly isVerbatim: boolean;
}

interface Piece {
  raw: string;
  /** Plain text of a text token to convert; null for what stays. */
  readonly text: string | null;
}

/**
 * Converts the texts of canonical HTML, each in its own language (`lang`, inherited). Texts of one block that inline elements cut
 * apart are converted as one, since a phrase may run across them.
 */
export function convertHtml(html: string, language: string, convert: (text: string, language: string) => string): string {
  const open: OpenElement[] = [];
  const pieces: Piece[] = [];
  let run: Piece[] = [];
  let runLanguage = language;
  const finishRun = (): void => {
    convertRun(run, (text) => convert(text, runLanguage));
    run = [];
  };
  for (const token of readTokens(html)) {
    const { language: here, isVerbatim } = open.at(-1) ?? { language, isVerbatim: false };
    if (token.kind === 'text') {
      const piece: Piece = { raw: token.raw, text: isVerbatim ? null : unescapeHtml(token.raw) };
      pieces.push(piece);
      if (here !== runLanguage) finishRun();
      runLanguage = here;
      if (!isVerbatim) run.push(piece);
      continue;
    }
    pieces.push({ raw: token.raw, text: null });
    if (isBlock(token.name)) finishRun();
    if (token.kind === 'close') closeElement(open, token.name);
    else if (!voidNames.has(token.name)) {
      const own = token.attributes.get('lang');
      open.push({ name: token.name, language: own ?? here, isVerbatim: isVerbatim || verbatimNames.has(token.name) });
    }
  }
  finishRun();
  return pieces.map(({ raw }) => raw).join('');
}

function closeElement(open: OpenElement[], name: string): void {
  const at = open.findLastIndex((element) => element.name === name);
  if (at >= 0) open.length = at;
}

function convertRun(run: readonly Piece[], convert: (text: string) => string): void {
  const texts = run.map(({ text }) => text ?? '');
  const before = texts.join('');
  const after = convert(before);
  if (after === before) return;
  const isAligned = after.length === before.length;
  let at = 0;
  run.forEach((piece, index) => {
    const text = texts[index] ?? '';
    piece.raw = escapeHtml(isAligned ? after.slice(at, at + text.length) : convert(text));
    at += text.length;
  });
}
