import type { OutlineEntry } from '#preload/contract/library-types.ts';
import { escapeHtml, type HtmlToken, readTokens, unescapeHtml } from './html-tokens.ts';

export interface AnchoredBody {
  /** The body with an id on every heading. */
  readonly html: string;
  readonly outline: readonly OutlineEntry[];
}

const heading = /^h[2-6]$/u;
const anchorLength = 120;
/** More than this nobody looks through, and every entry is sent to the window and drawn there. */
const outlineLength = 1000;

/**
 * Gives every heading of a stored body an id and lists the headings. Ids that the page had stay; the others are made of the
 * heading's words as Git hosts do it, so that a link from another page finds its place. The same body gives the same ids.
 * A list that is cut short ends with "…". Takes time in proportion to the body, whatever stands in it.
 */
export function anchorHeadings(html: string): AnchoredBody {
  if (!/<h[2-6][\s>]/u.test(html)) return { html, outline: [] };
  const tokens = readTokens(html);
  const freeId = idGiver(tokens.flatMap((token) => idOf(token) ?? []));
  const outline: OutlineEntry[] = [];
  let headings = 0;
  const parts = tokens.map((token, at) => {
    if (token.kind !== 'open' || !heading.test(token.name)) return token.raw;
    headings += 1;
    const text = textOfHeading(tokens, at);
    const existing = idOf(token);
    const anchor = existing ?? freeId(text, headings);
    if (text !== '') outline.push({ level: Number(token.name.slice(1)), text, anchor });
    return existing === undefined ? `${token.raw.slice(0, -1)} id="${escapeHtml(anchor)}">` : token.raw;
  });
  return { html: parts.join(''), outline: shortened(outline) };
}

function idOf(token: HtmlToken): string | undefined {
  return token.kind === 'open' ? token.attributes.get('id') : undefined;
}

/** Up to its end or the next heading, so that headings inside one another are not read over and over. */
function textOfHeading(tokens: readonly HtmlToken[], at: number): string {
  let text = '';
  for (let next = at + 1; next < tokens.length; next++) {
    const token = tokens[next];
    if (token === undefined || (token.kind !== 'text' && heading.test(token.name))) break;
    if (token.kind === 'text') text += unescapeHtml(token.raw);
    else if (token.name === 'br') text += ' ';
  }
  return text.replaceAll(/\s+/gu, ' ').trim();
}

/** Never gives an id twice, nor one that is taken; `place` counts headings from 1 on. */
function idGiver(takenIds: readonly string[]): (text: string, place: number) => string {
  const taken = new Set(takenIds);
  const lastNumbers = new Map<string, number>();
  return (text, place) => {
    const wanted = wantedId(text, place);
    let id = wanted;
    let number = lastNumbers.get(wanted) ?? 0;
    while (taken.has(id)) {
      number += 1;
      id = `${wanted}-${number}`;
    }
    lastNumbers.set(wanted, number);
    taken.add(id);
    return id;
  };
}

function wantedId(text: string, place: number): string {
  const words = text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/gu, '-');
  return `at-${Array.from(words).slice(0, anchorLength).join('') || `h-${place}`}`;
}

function shortened(outline: readonly OutlineEntry[]): readonly OutlineEntry[] {
  const last = outline[outlineLength - 1];
  if (last === undefined || outline.length === outlineLength) return outline;
  return [...outline.slice(0, outlineLength - 1), { ...last, text: `${last.text} …` }];
}
