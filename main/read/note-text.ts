import type { NoteRun, NoteStyle } from '#preload/contract/viewing-types.ts';
import { type HtmlToken, isBlock, unescapeHtml } from './html-tokens.ts';
import { nameOf, type NoteMark } from './note-marks.ts';

const styles: ReadonlyMap<string, NoteStyle> = new Map([
  ['b', 'strong'],
  ['strong', 'strong'],
  ['i', 'emphasis'],
  ['em', 'emphasis'],
  ['cite', 'emphasis'],
  ['code', 'code'],
  ['kbd', 'code'],
]);
const containers = new Set(['li', 'dd', 'blockquote', 'td']);
const longestNote = 6_000;

interface Draft {
  readonly paragraphs: NoteRun[][];
  readonly styles: NoteStyle[];
  /** Of the link that is open; null where none is, or where it leads to another place of the same page. */
  link: string | null;
  /** A link within the page is open, which leads back to the mark most of the time. */
  local: string | null;
  left: number;
  readonly notes: ReadonlySet<string>;
}

/**
 * The words of a note, line by line, as plain runs of text: no markup of the article gets further than this. A note that begins the
 * item of a list is all of the item; without the number that it begins with, and without the links that lead back from it.
 * `notes`: ids of all notes, which a note may name.
 */
export function textOfNote(
  tokens: readonly HtmlToken[],
  { noteAt, name }: NoteMark,
  notes: ReadonlySet<string>,
): readonly (readonly NoteRun[])[] {
  const before = tokens[noteAt - 1];
  const from = before?.kind === 'open' && containers.has(before.name) ? noteAt - 1 : noteAt;
  const draft: Draft = { paragraphs: [[]], styles: [], link: null, local: null, left: longestNote, notes };
  let depth = 0;
  for (let at = from; at < tokens.length && draft.left > 0; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    if (token.kind === 'text') addText(draft, unescapeHtml(token.raw));
    else if (token.name === 'br') addText(draft, '\n');
    else if (token.name !== 'img' && token.name !== 'hr') {
      depth += token.kind === 'open' ? 1 : -1;
      enter(draft, token);
      if (depth <= 0) break;
    }
  }
  const written = draft.paragraphs.map(trimmed);
  const [first = [], ...rest] = written;
  return [withoutNumber(first, name), ...rest].filter((runs) => runs.length > 0);
}

function enter(draft: Draft, token: Exclude<HtmlToken, { readonly kind: 'text' }>): void {
  const isOpen = token.kind === 'open';
  if (isBlock(token.name) && draft.paragraphs.at(-1)?.length !== 0) draft.paragraphs.push([]);
  const style = styles.get(token.name);
  if (style !== undefined && isOpen) draft.styles.push(style);
  else if (style !== undefined) draft.styles.pop();
  if (token.name !== 'a') return;
  const href = isOpen ? (token.attributes.get('href') ?? '') : '';
  draft.link = href === '' || href.startsWith('#') ? null : href;
  draft.local = href.startsWith('#') && !draft.notes.has(href.slice(1)) ? href : null;
}

/** `↩`, `^`, `[1]`, `a`: the way back is the window's to show. */
const wayBack = /^[\s\p{So}\p{Sm}\p{Sk}\ufe0e\ufe0f^]*$|^[[(［（【]?[a-z\d]{1,3}[\])］）】]?[.:]?$/u;

function addText(draft: Draft, text: string): void {
  if (draft.local !== null && wayBack.test(text.trim())) return;
  const shown = [...text].length > draft.left ? `${[...text].slice(0, draft.left).join('')}…` : text;
  draft.left -= shown.length;
  draft.paragraphs.at(-1)?.push({ text: shown, style: draft.styles.at(-1) ?? 'plain', link: draft.link });
}

/** Without empty runs at its ends, and without the spaces there. */
function trimmed(runs: readonly NoteRun[]): readonly NoteRun[] {
  const first = runs.findIndex(({ text }) => text.trim() !== '');
  if (first < 0) return [];
  const last = runs.findLastIndex(({ text }) => text.trim() !== '');
  return runs.slice(first, last + 1).map((run, at, kept) => {
    const from = at === 0 ? run.text.trimStart() : run.text;
    return { ...run, text: at === kept.length - 1 ? from.trimEnd() : from };
  });
}

/** What a note begins with: `3.`, `[3]`, `3:`. */
const numbering = /^[[(［（【〔]?[^\s.:、．：[\](){}［］（）【】〔〕]{1,60}[\])］）】〕]?[.:、．：]?\s*/u;

function withoutNumber(runs: readonly NoteRun[], name: string): readonly NoteRun[] {
  const [first, ...rest] = trimmed(runs.map((run, at) => (at === 0 ? { ...run, text: run.text.replace(/^[\^\s]+/u, '') } : run)));
  if (!first) return [];
  const number = numbering.exec(first.text)?.[0] ?? '';
  const isNumber = number.trim() !== name && nameOf(number.trim().replace(/[.:、．：]$/u, '')) === name;
  return trimmed([{ ...first, text: isNumber ? first.text.slice(number.length) : first.text }, ...rest]);
}
