const fields = ['title', 'source', 'section', 'archive', 'after', 'before'] as const;
export type Field = (typeof fields)[number];

export type QueryToken =
  | { readonly kind: 'word' | 'quoted'; readonly text: string }
  | { readonly kind: 'field'; readonly field: Field }
  | { readonly kind: 'open' | 'close' | 'or' | 'not' };

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

const word = /[^\s()（）|｜"“”＂「『]+/uy;
const fieldName = /(title|source|section|archive|after|before)[:：]/iuy;

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

function readToken(query: string, at: number): { readonly token: QueryToken | null; readonly end: number } {
  const character = query[at] ?? '';
  const sign = signs.get(character);
  if (sign) return { token: sign, end: at + 1 };
  const closing = closings.get(character);
  if (closing !== undefined) return readQuotation(query, at + 1, closing);
  if ((character === '-' || character === '－') && !/^[\s-]?$/u.test(query[at + 1] ?? ''))
    return { token: { kind: 'not' }, end: at + 1 };
  const field = readAt(fieldName, query, at);
  if (field) return { token: fieldToken(field[1]), end: at + field[0].length };
  const text = readAt(word, query, at)?.[0];
  if (text === undefined) return { token: null, end: at + 1 };
  return { token: wordToken(text), end: at + text.length };
}

function readQuotation(query: string, start: number, closing: string): { readonly token: QueryToken; readonly end: number } {
  let end = start;
  while (end < query.length && !closing.includes(query[end] ?? '')) end += 1;
  return { token: { kind: 'quoted', text: query.slice(start, end) }, end: end + 1 };
}

function fieldToken(name: string | undefined): QueryToken | null {
  const field = fields.find((known) => known === name?.toLowerCase());
  return field ? { kind: 'field', field } : null;
}

function wordToken(text: string): QueryToken | null {
  if (text === 'OR') return { kind: 'or' };
  return text === 'AND' ? null : { kind: 'word', text };
}
