import { isBlock, readTokens } from './html-tokens.ts';

/** `[12]`, in any of three kinds of brackets. */
const mark = /\[(\d{1,3})\]|［(\d{1,3})］|【(\d{1,3})】/gu;
const markAtStart = /^\s*(?:\[(\d{1,3})\]|［(\d{1,3})］|【(\d{1,3})】)/u;
/** Not a word of the text, or a link already. */
const unread = new Set(['a', 'pre', 'code', 'kbd', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

interface Note {
  readonly at: number;
  readonly id: string;
  /** The line has it of itself. */
  readonly isOwn: boolean;
}

/**
 * Links notes that a page has in plain text: where a paragraph begins with `[3]`, every `[3]` within a line before it leads there.
 * Takes time in proportion to the body.
 */
export function linkPlainNotes(html: string): string {
  if (!/[[［【]\d{1,3}[\]］】]/u.test(html)) return html;
  const tokens = readTokens(html);
  const notes = notesByNumber(tokens);
  if (notes.size === 0) return html;
  const used = new Map<number, string>();
  const linked = tokens.map(({ raw }) => raw);
  let isLineStart = false;
  let unreadDepth = 0;
  tokens.forEach((token, at) => {
    if (token.kind !== 'text') {
      if (isBlock(token.name)) isLineStart = true;
      if (unread.has(token.name)) unreadDepth += token.kind === 'open' ? 1 : -1;
      return;
    }
    const start = isLineStart ? (markAtStart.exec(token.raw)?.[0].length ?? 0) : 0;
    if (token.raw.trim() !== '') isLineStart = false;
    if (unreadDepth > 0) return;
    const rest = token.raw.slice(start).replaceAll(mark, (whole, ...numbers: (string | undefined)[]) => {
      const note = nextNote(notes.get(numberIn(numbers)) ?? [], at);
      if (!note) return whole;
      if (!note.isOwn) used.set(note.at, note.id);
      return `<a href="#${note.id}">${whole}</a>`;
    });
    linked[at] = token.raw.slice(0, start) + rest;
  });
  for (const [at, id] of used) linked[at] = `${linked[at]?.slice(0, -1) ?? ''} id="${id}">`;
  return linked.join('');
}

/** Lines are asked about from the first to the last: what was passed once is not looked at again. */
function nextNote(notes: Note[], at: number): Note | undefined {
  while (notes[0] !== undefined && notes[0].at <= at) notes.shift();
  return notes[0];
}

function numberIn(groups: readonly (string | undefined)[]): number {
  return Number(groups.slice(0, 3).find((group) => group !== undefined));
}

/** Paragraphs that begin with a mark; of one number there may be several, where a page has several texts. */
function notesByNumber(tokens: ReturnType<typeof readTokens>): ReadonlyMap<number, Note[]> {
  const notes = new Map<number, Note[]>();
  tokens.forEach((token, at) => {
    const next = tokens[at + 1];
    if (token.kind !== 'open' || (token.name !== 'p' && token.name !== 'li') || next?.kind !== 'text') return;
    const match = markAtStart.exec(next.raw);
    if (!match) return;
    const number = numberIn(match.slice(1));
    const own = token.attributes.get('id');
    const known = notes.get(number) ?? [];
    known.push({ at, id: own ?? `at-offprint-note-${at}`, isOwn: own !== undefined });
    notes.set(number, known);
  });
  return notes;
}
