import { type Field, stateCalled } from './field-names.ts';
import { fold } from './folding.ts';
import { lexQuery, type QueryToken } from './lex-query.ts';
import type { ParsedQuery, QueryNode, Term } from './query.ts';
import { readDay } from './read-day.ts';
import { cutRuns, shortenRuns, splitTerm } from './tokens.ts';

const maximumLength = 256;
const maximumDepth = 8;
const maximumTokensOfTerm = 32;

/**
 * The query language
 *
 * Words are all wanted; `OR` or `|` between alternatives; `-word` excludes; `+word` is wanted whatever the alternatives are;
 * quotation marks keep words together; parentheses group; `word*` is the beginning of a Latin word. `title:`, `source:`,
 * `section:`, `archive:`, `topic:`, `tag:`, `after:`, `before:` (a year, month or day), `is:` and `has:` (see `field-names.ts`) are
 * for the word, quotation or group behind them. Any text is a query: a field with a value that it does not know (`after:hello`,
 * `is:foo`) is words like others, and what makes no sense at all is left out.
 */
export function parseQuery(query: string): ParsedQuery {
  const state: ParserState = { tokens: lexQuery(cutQuery(query)), at: 0 };
  const parts: QueryNode[] = [];
  while (state.at < state.tokens.length) {
    const part = parseAlternatives(state, { depth: 0, field: null });
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

/** Where in a query: how deep in parentheses, and behind the name of which field. */
interface Place {
  readonly depth: number;
  readonly field: { readonly name: Field; readonly text: string } | null;
}

function join(kind: 'and' | 'or', children: readonly QueryNode[]): QueryNode | null {
  return children.length > 1 ? { kind, children } : (children[0] ?? null);
}

/** An alternative that consists of required parts only asks for nothing else, so the others ask for nothing either. */
function parseAlternatives(state: ParserState, place: Place): QueryNode | null {
  const alternatives: QueryNode[] = [];
  const required: QueryNode[] = [];
  let isAnythingEnough = false;
  for (;;) {
    const before = required.length;
    const alternative = parseConjunction(state, place, required);
    if (alternative) alternatives.push(alternative);
    else if (required.length > before) isAnythingEnough = true;
    if (state.tokens[state.at]?.kind !== 'or') break;
    state.at += 1;
  }
  const either = isAnythingEnough ? null : join('or', alternatives);
  return join('and', either ? [either, ...required] : required);
}

function parseConjunction(state: ParserState, place: Place, required: QueryNode[]): QueryNode | null {
  const parts: QueryNode[] = [];
  for (;;) {
    const kind = state.tokens[state.at]?.kind;
    if (kind === undefined || kind === 'or' || kind === 'close') return join('and', parts);
    if (kind === 'required') state.at += 1;
    const part = parsePart(state, place);
    if (part) (kind === 'required' ? required : parts).push(part);
  }
}

function parsePart(state: ParserState, place: Place): QueryNode | null {
  const token = state.tokens[state.at];
  if (!token || token.kind === 'or' || token.kind === 'close') return null;
  state.at += 1;
  if (token.kind === 'word' || token.kind === 'quoted') return makeLeaf(token.text, token.kind === 'quoted', place);
  if (token.kind === 'field') return parsePart(state, { ...place, field: { name: token.field, text: token.text } });
  if (token.kind === 'open') return place.depth < maximumDepth ? parseGroup(state, place) : null;
  const child = parsePart(state, place);
  return child && (token.kind === 'not' ? { kind: 'not', child } : child);
}

function parseGroup(state: ParserState, place: Place): QueryNode | null {
  const group = parseAlternatives(state, { ...place, depth: place.depth + 1 });
  if (state.tokens[state.at]?.kind === 'close') state.at += 1;
  return group;
}

function makeLeaf(text: string, isQuoted: boolean, { field }: Place): QueryNode | null {
  if (!field || field.name === 'title') return makeTerm(text, isQuoted, field !== null);
  if (text.trim() === '') return null;
  return makeFilter(field.name, text, isQuoted) ?? makeTerm(`${field.text}${text}`, isQuoted, false);
}

function makeFilter(field: Exclude<Field, 'title'>, text: string, isQuoted: boolean): QueryNode | null {
  if (field === 'after' || field === 'before') {
    const day = readDay(text);
    return day === null ? null : { kind: 'day', field, day };
  }
  if (field === 'is' || field === 'has') {
    const state = stateCalled(field, text);
    return state && { kind: 'state', state };
  }
  return { kind: 'name', field, value: fold(text).trim(), isQuoted };
}

function makeTerm(text: string, isQuoted: boolean, isTitleOnly: boolean): QueryNode | null {
  const runs = shortenRuns(cutRuns(fold(text)), maximumTokensOfTerm);
  const last = runs.at(-1);
  if (!last) return null;
  const isPrefix = !isQuoted && text.endsWith('*') && isLongBeginning(last.text, last.kind);
  const terms = splitTerm(runs).map((own): Term => {
    const isWhole = own.length === runs.length;
    const written = isWhole ? text : own.map((run) => run.text).join(' ');
    return { kind: 'term', runs: own, isPrefix: isPrefix && own.at(-1) === last, isTitleOnly, text: written, isQuoted };
  });
  return join('and', terms);
}

/** A shorter beginning stands for too many words to be quick: it is taken for the word itself. */
function isLongBeginning(text: string, kind: 'word' | 'chinese'): boolean {
  return kind === 'word' && text.length >= (/^\d+$/u.test(text) ? 3 : 2);
}

function wantedTerms(node: QueryNode): Term[] {
  if (node.kind === 'term') return [node];
  return node.kind === 'and' || node.kind === 'or' ? node.children.flatMap(wantedTerms) : [];
}
