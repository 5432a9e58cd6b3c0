import type { OutlineEntry } from '#preload/contract/library-types.ts';
import { escapeHtml, type HtmlToken, readTokens, unescapeHtml } from './html-tokens.ts';

export interface AnchoredBody {
  /** The body with an id on every heading. */
  readonly html: string;
  readonly outline: readonly OutlineEntry[];
}

const heading = /^h[2-6]$/u;
const anchorLength = 120;

/**
 * Gives every heading of a stored body an id and lists the headings. Ids that the page had stay; the others are made of the
 * heading's words as Git hosts do it, so that a link from another page finds its place. The same body gives the same ids.
 */
export function anchorHeadings(html: string): AnchoredBody {
  if (!/<h[2-6][\s>]/u.test(html)) return { html, outline: [] };
  const tokens = readTokens(html);
  const takenIds = new Set(tokens.flatMap((token) => idOf(token) ?? []));
  const outline: OutlineEntry[] = [];
  const parts = tokens.map((token, at) => {
    if (token.kind !== 'open' || !heading.test(token.name)) return token.raw;
    const text = textUntilClosed(tokens, at, token.name);
    const existing = idOf(token);
    const anchor = existing ?? freeId(text, outline.length + 1, takenIds);
    takenIds.add(anchor);
    outline.push({ level: Number(token.name.slice(1)), text, anchor });
    return existing === undefined ? `${token.raw.slice(0, -1)} id="${escapeHtml(anchor)}">` : token.raw;
  });
  return { html: parts.join(''), outline: outline.filter(({ text }) => text !== '') };
}

function idOf(token: HtmlToken): string | undefined {
  return token.kind === 'open' ? token.attributes.get('id') : undefined;
}

function textUntilClosed(tokens: readonly HtmlToken[], at: number, name: string): string {
  let text = '';
  for (let next = at + 1; next < tokens.length; next++) {
    const token = tokens[next];
    if (token === undefined || (token.kind === 'close' && token.name === name)) break;
    if (token.kind === 'text') text += unescapeHtml(token.raw);
    else if (token.name === 'br') text += ' ';
  }
  return text.replaceAll(/\s+/gu, ' ').trim();
}

function freeId(text: string, place: number, taken: ReadonlySet<string>): string {
  const words = text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/gu, '-');
  const wanted = `at-${Array.from(words).slice(0, anchorLength).join('') || `h-${place}`}`;
  if (!taken.has(wanted)) return wanted;
  let number = 1;
  while (taken.has(`${wanted}-${number}`)) number += 1;
  return `${wanted}-${number}`;
}
