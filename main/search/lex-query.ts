import { type Field, fieldCalled } from './field-names.ts';

export type QueryToken =
  | { readonly kind: 'word' | 'quoted'; readonly text: string }
  /** `text` is the name as it was typed, with its colon. */
  | { readonly kind: 'field'; readonly field: Field; readonly text: string }
  | { readonly kind: 'open' | 'close' | 'or' | 'not' | 'required' };

const maximumTokens = 64;

const closings = new Map<string, string>([
  ['"', '"“”＂'],
  ['“', '"“”＂'],
  ['”', '"“”＂'],
  ['＂', '"“”＂'],
  ['「', '」'],
  ['『', '』'],
]);

const signs = new Map<string, QueryToken>([
  ['(', { kind: 'open' }],
  ['（', { kind: 'open' }],
  [')', { kind: 'close' }],
  ['）', { kind: 'close' }],
  ['|', { kind: 'or' }],
  ['｜', { kind: 'or' }],
]);

/** Only where something follows at once: a dash between two words is no sign. */
const prefixes = new Map<string, QueryToken>([
  ['-', { kind: 'not' }],
  ['－', { kind: 'not' }],
  ['+', { kind: 'required' }],
  ['＋', { kind: 'required' }],
]);

const word = /[^\s()（）|｜"“”＂「『]+/uy;
const fieldName = /([a-zA-Z]{1,10}|\p{Script=Han}{1,4})[:：]/uy;

/** Reads with a sticky pattern at a place. */
function readAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Cuts a query into words, quotations, names of fields and signs. Whatever it is given, it finds something to do. */
export function lexQuery(query: string): QueryToken[] {
  const tokens: QueryToken[] = [];
  let at = 0;
  while (at < query.length && tokens.length < maximumTokens) {
    const { token, end } = readToken(query, at);
    if (token) tokens.push(token);
    at = end;
  }
  return tokens;
}

interface ReadToken {
  readonly token: QueryToken | null;
  readonly end: number;
}

function readToken(query: string, at: number): ReadToken {
  const character = query[at] ?? '';
  const sign = signs.get(character);
  if (sign) return { token: sign, end: at + 1 };
  const closing = closings.get(character);
  if (closing !== undefined) return readQuotation(query, at + 1, closing);
  const prefix = prefixes.get(character);
  if (prefix && !/^[\s+-]?$/u.test(query[at + 1] ?? '')) return { token: prefix, end: at + 1 };
  const name = readAt(fieldName, query, at);
  const field = name?.[1] === undefined ? null : fieldCalled(name[1]);
  if (name && field) return { token: { kind: 'field', field, text: name[0] }, end: at + name[0].length };
  const text = readAt(word, query, at)?.[0];
  if (text === undefined) return { token: null, end: at + 1 };
  return { token: wordToken(text), end: at + text.length };
}

function readQuotation(query: string, start: number, closing: string): ReadToken {
  let end = start;
  while (end < query.length && !closing.includes(query[end] ?? '')) end += 1;
  return { token: { kind: 'quoted', text: query.slice(start, end) }, end: end + 1 };
}

function wordToken(text: string): QueryToken | null {
  if (text === 'OR') return { kind: 'or' };
  return text === 'AND' ? null : { kind: 'word', text };
}
