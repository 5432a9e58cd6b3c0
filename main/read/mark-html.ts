import type { Mark } from '#preload/contract/search-types.ts';
import { escapeHtml, isBlock, readTokens, unescapeHtml } from './html-tokens.ts';

/** Finds what is to be marked in a plain text; offsets in UTF-16 code units. */
export type FindMarks = (text: string) => readonly Mark[];

interface MarkedRun {
  readonly raw: string;
  /** Plain text of a text token, with its place in the whole text; null for a tag. */
  readonly text: string | null;
  readonly start: number;
}

/** The text as a reader sees it, one line a block, so that a match may run across inline elements but not across blocks. */
function layOut(html: string): { readonly runs: readonly MarkedRun[]; readonly text: string } {
  const runs: MarkedRun[] = [];
  let text = '';
  for (const token of readTokens(html)) {
    if (token.kind === 'text') {
      const plain = unescapeHtml(token.raw);
      runs.push({ raw: token.raw, text: plain, start: text.length });
      text += plain;
    } else {
      if (isBlock(token.name)) text += '\n';
      runs.push({ raw: token.raw, text: null, start: text.length });
    }
  }
  return { runs, text };
}

/**
 * Wraps every match in `<mark>` with `id="match-1"`, `id="match-2"` and so on, so that a fragment leads to it; `before` is how
 * many matches of the same document come before this part of it.
 */
export function markHtml(html: string, findMarks: FindMarks, before = 0): { readonly html: string; readonly matches: number } {
  const { runs, text } = layOut(html);
  const marks = findMarks(text);
  if (marks.length === 0) return { html, matches: 0 };
  let at = 0;
  const marked = runs.map((run) => {
    if (run.text === null) return run.raw;
    const end = run.start + run.text.length;
    let out = '';
    let from = run.start;
    while (at < marks.length) {
      const [start, length] = marks[at] ?? [end, 0];
      if (start >= end) break;
      const left = Math.max(start, from);
      const right = Math.min(start + length, end);
      if (right > left) {
        const id = start >= run.start ? ` id="match-${before + at + 1}"` : '';
        out += `${escapeHtml(text.slice(from, left))}<mark${id}>${escapeHtml(text.slice(left, right))}</mark>`;
        from = right;
      }
      if (start + length > end) break;
      at += 1;
    }
    return out + escapeHtml(text.slice(from, end));
  });
  return { html: marked.join(''), matches: marks.length };
}
