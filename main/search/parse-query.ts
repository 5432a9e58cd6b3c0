import { fold } from './folding.ts';
import { type Field, lexQuery, type QueryToken } from './lex-query.ts';
import type { ParsedQuery, QueryNode, Term } from './query.ts';
import { cutRuns, shortenRuns } from './tokens.ts';

const maximumLength = 256;
const maximumDepth = 8;
const maximumTokensOfTerm = 32;

/**
 * The query language: words are all wanted; `OR` or `|` between alternatives; `-word` excludes; quotation marks keep words
 * together; parentheses group; `word*` is the beginning of a Latin word; `title:`, `source:`, `section:`, `archive:`,
 * `after:`, `before:` (a year, month or day). Any text is a query: what makes no sense is left out.
 */
export function parseQuery(query: string): ParsedQuery {
  const state: ParserState = { tokens: lexQuery(cutQuery(query)), at: 0 };
  const parts: QueryNode[] = [];
  while (state.at < state.tokens.length) {
    const part = parseAlternatives(state, 0, false);
    if (part) parts.push(part);
    if (state.tokens[state.at]?.kind === 'close') state.at += 1;
  }
  const tree = join('and', parts);
  return { tree, terms: tree ? wantedTerms(tree) : [] };
}

function cutQuery(query: string): string {
  const text = query
    .slice(0, maximumLength * 2)
    .normalize('NFC')
    .slice(0, maximumLength);
  return /[\uD800-\uDBFF]$/u.test(text) ? text.slice(0, -1) : text;
}

interface ParserState {
  readonly tokens: readonly QueryToken[];
  at: number;
}

function join(kind: 'and' | 'or', children: readonly QueryNode[]): QueryNode | null {
  return children.length > 1 ? { kind, children } : (children[0] ?? null);
}

function parseAlternatives(state: ParserState, depth: number, isTitleOnly: boolean): QueryNode | null {
  const alternatives: QueryNode[] = [];
  for (;;) {
    const alternative = parseConjunction(state, depth, isTitleOnly);
    if (alternative) alternatives.push(alternative);
    if (state.tokens[state.at]?.kind !== 'or') return join('or', alternatives);
    state.at += 1;
  }
}

function parseConjunction(state: ParserState, depth: number, isTitleOnly: boolean): QueryNode | null {
  const parts: QueryNode[] = [];
  for (;;) {
    const kind = state.tokens[state.at]?.kind;
    if (kind === undefined || kind === 'or' || kind === 'close') return join('and', parts);
    const part = parsePart(state, depth, isTitleOnly);
    if (part) parts.push(part);
  }
}

function parsePart(state: ParserState, depth: number, isTitleOnly: boolean): QueryNode | null {
  const token = state.tokens[state.at];
  if (!token || token.kind === 'or' || token.kind === 'close') return null;
  state.at += 1;
  if (token.kind === 'word' || token.kind === 'quoted') return makeTerm(token.text, token.kind === 'word', isTitleOnly);
  if (token.kind === 'field') return parseField(state, depth, isTitleOnly, token.field);
  if (token.kind === 'open') return depth < maximumDepth ? parseGroup(state, depth, isTitleOnly) : null;
  const child = parsePart(state, depth, isTitleOnly);
  return child && { kind: 'not', child };
}

function parseGroup(state: ParserState, depth: number, isTitleOnly: boolean): QueryNode | null {
  const group = parseAlternatives(state, depth + 1, isTitleOnly);
  if (state.tokens[state.at]?.kind === 'close') state.at += 1;
  return group;
}

function parseField(state: ParserState, depth: number, isTitleOnly: boolean, field: Field): QueryNode | null {
  if (field === 'title') return parsePart(state, depth, true);
  const value = state.tokens[state.at];
  if (value?.kind !== 'word' && value?.kind !== 'quoted') return null;
  state.at += 1;
  if (field === 'after' || field === 'before') {
    const day = readDay(value.text);
    return day === null ? makeTerm(value.text, true, isTitleOnly) : { kind: 'day', field, day };
  }
  const name = fold(value.text).trim();
  return name === '' ? null : { kind: 'name', field, value: name };
}

/** The first day of a year, month or day; null for anything else. */
function readDay(text: string): string | null {
  const parts = /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?$/u.exec(fold(text));
  if (!parts) return null;
  const [, year = '', month = '1', day = '1'] = parts;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return Number.isNaN(Date.parse(`${written}T00:00:00Z`)) ? null : written;
}

function makeTerm(text: string, canBePrefix: boolean, isTitleOnly: boolean): Term | null {
  const runs = shortenRuns(cutRuns(fold(text)), maximumTokensOfTerm);
  const last = runs.at(-1);
  if (!last) return null;
  return {
    kind: 'term',
    runs,
    isPrefix: canBePrefix && text.endsWith('*') && isLongBeginning(last.text, last.kind),
    isTitleOnly,
  };
}

/** A shorter beginning stands for too many words to be quick: it is taken for the word itself. */
function isLongBeginning(text: string, kind: 'word' | 'chinese'): boolean {
  return kind === 'word' && text.length >= (/^\d+$/u.test(text) ? 3 : 2);
}

function wantedTerms(node: QueryNode): Term[] {
  if (node.kind === 'term') return [node];
  return node.kind === 'and' || node.kind === 'or' ? node.children.flatMap(wantedTerms) : [];
}
