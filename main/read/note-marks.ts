import { type HtmlToken, unescapeHtml } from './html-tokens.ts';

/** A mark in a text that stands for a note further down. */
export interface NoteMark {
  /** Which of the marks of the body, from 0. */
  readonly place: number;
  /** As it is written, without brackets. */
  readonly name: string;
  /** Id of the note, or of its first line. */
  readonly anchor: string;
  /** Index of the token that the note begins with. */
  readonly noteAt: number;
}

/** `[12]`, `［12］`, `(a)`, `*`: what stands for a note by its looks alone. */
const inBrackets = /^[[(［（【〔]\s*(?:[注註]\s*)?(?:\d{1,3}|[ivxIVX]{1,5}|[a-zA-Z]|[*†‡§]{1,3})\s*[\])］）】〕]$/u;
/** Where the address says that it leads to a note, a number is enough. */
const bare = /^(?:[注註]?\d{1,3}|[*†‡§]{1,3})$/u;
const noteAddress = /^#at-_?(?:fn|ftn|footnote|endnote|note|cite|ref|[注註])/iu;
const longestName = 60;

/**
 * Every link of a body that is the mark of a note, by its token: short, as notes are marked, and leading to a line further down that
 * is no heading. What leads back up from a note to its mark is none. Takes time in proportion to the body.
 */
export function noteMarks(tokens: readonly HtmlToken[]): ReadonlyMap<HtmlToken, NoteMark> {
  const targets = targetsOf(tokens);
  const found = new Map<HtmlToken, NoteMark>();
  let raised = 0;
  tokens.forEach((token, at) => {
    if (token.kind === 'text') return;
    if (token.name === 'sup') raised += token.kind === 'open' ? 1 : -1;
    if (token.kind !== 'open' || token.name !== 'a') return;
    const href = token.attributes.get('href') ?? '';
    const noteAt = targets.get(href);
    if (noteAt === undefined || noteAt < at) return;
    const text = textOfLink(tokens, at);
    if (!isMark(text, href, raised > 0)) return;
    found.set(token, { place: found.size, name: nameOf(text), anchor: href.slice(1), noteAt });
  });
  return found;
}

/** What stands between the brackets. */
export function nameOf(mark: string): string {
  return mark.replaceAll(/^[[(［（【〔\s]+|[\])］）】〕\s]+$/gu, '');
}

function isMark(text: string, href: string, isRaised: boolean): boolean {
  if (text === '' || text.length > longestName) return false;
  return isRaised || inBrackets.test(text) || (bare.test(text) && noteAddress.test(href));
}

function targetsOf(tokens: readonly HtmlToken[]): ReadonlyMap<string, number> {
  const targets = new Map<string, number>();
  tokens.forEach((token, at) => {
    const id = token.kind === 'open' && !/^h[1-6]$/u.test(token.name) ? token.attributes.get('id') : undefined;
    if (id !== undefined && !targets.has(`#${id}`)) targets.set(`#${id}`, at);
  });
  return targets;
}

/** Longer ones are no marks: what comes then is not read. */
function textOfLink(tokens: readonly HtmlToken[], at: number): string {
  let text = '';
  for (let next = at + 1; next < tokens.length && text.length <= longestName; next++) {
    const token = tokens[next];
    if (token === undefined || (token.kind !== 'text' && token.name === 'a')) break;
    if (token.kind === 'text') text += unescapeHtml(token.raw);
  }
  return text.trim();
}
