import { absenceToken, commonCharacters } from './common-characters.ts';
import { filterCondition, type Piece, type Surroundings } from './compile-filter.ts';
import type { DayFilter, NameFilter, QueryNode, StateFilter, Term } from './query.ts';
import { hitsOf, type Narrowing, type QueryPlan } from './plan-hits.ts';
import { phraseTokens, singleCharacter } from './tokens.ts';

/**
 * A query as SQL over row numbers of articles. Only letters and digits of the query reach a MATCH expression, in quotation
 * marks; everything else of it is a bound parameter.
 *
 * What the full-text table can answer by itself goes into one MATCH. One-character terms are in a table of their own: what must be
 * there too, or must not, is a set beside it that is gone through in step, for a set of nearly all articles is dear to gather.
 * Where a common character must not be there, its absence must (see `common-characters.ts`). Names and days become conditions on the row numbers of that MATCH, or of whatever else is most telling.
 * `+rowid` keeps SQLite from probing the full-text table once for each row number.
 */

/** `title`: only articles whose title alone has what is wanted; what is excluded must be in no part of them. */
export type MatchPlace = 'anywhere' | 'title';

interface Compilation {
  readonly place: MatchPlace;
  readonly surroundings: Surroundings;
}

export function compileQuery(tree: QueryNode, place: MatchPlace, surroundings: Surroundings): QueryPlan {
  return planOf(tree, { place, surroundings });
}

function planOf(node: QueryNode, given: Compilation): QueryPlan {
  // The table of titles answers this in a fraction of the time.
  const compilation: Compilation = node.kind === 'term' && node.isTitleOnly ? { ...given, place: 'title' } : given;
  const parts = sortParts(node.kind === 'and' ? node.children : [node], compilation);
  const isInTitle = compilation.place === 'title';
  const { table, conditions, narrowings } = chooseDriver(parts, isInTitle);
  for (const part of parts.others) conditions.push(conditionOf(part, table, compilation));
  if (conditions.length === 0) conditions.push({ sql: 'TRUE', parameters: [] });
  return {
    table,
    where: conditions.map(({ sql }) => sql).join(' AND '),
    parameters: conditions.flatMap(({ parameters }) => parameters),
    narrowings,
  };
}

interface Parts {
  /** MATCH expressions of the full-text table, wanted and excluded. */
  readonly matches: string[];
  readonly excluded: string[];
  /** The same of the table of characters. */
  readonly characters: string[];
  readonly excludedCharacters: string[];
  readonly others: QueryNode[];
}

function sortParts(nodes: readonly QueryNode[], { place, surroundings }: Compilation): Parts {
  const parts: Parts = { matches: [], excluded: [], characters: [], excludedCharacters: [], others: [] };
  for (const node of nodes.flatMap(splitExcluded)) {
    const match = matchExpression(node, place);
    const absence = node.kind === 'not' && surroundings.hasAbsences ? absenceExpression(node.child) : null;
    const characters = absence ?? (place === 'anywhere' ? characterExpression(node) : null);
    // What is excluded must be in no part of an article, wherever the rest is sought.
    const excluded = node.kind === 'not' ? matchExpression(node.child, 'anywhere') : null;
    const excludedCharacters = node.kind === 'not' ? characterExpression(node.child) : null;
    if (match !== null) parts.matches.push(match);
    else if (characters !== null) parts.characters.push(characters);
    else if (excluded !== null) parts.excluded.push(excluded);
    else if (excludedCharacters !== null) parts.excludedCharacters.push(excludedCharacters);
    else parts.others.push(node);
  }
  return parts;
}

/** None of several: each of them not. */
function splitExcluded(node: QueryNode): readonly QueryNode[] {
  if (node.kind !== 'not' || node.child.kind !== 'or') return [node];
  return node.child.children.flatMap((child) => splitExcluded({ kind: 'not', child }));
}

interface Driver {
  readonly table: QueryPlan['table'];
  readonly conditions: Piece[];
  readonly narrowings: readonly Narrowing[];
}

function chooseDriver({ matches, excluded, characters, excludedCharacters }: Parts, isInTitle: boolean): Driver {
  const table = matches.length > 0 ? (isInTitle ? 'fts_title' : 'fts') : characters.length > 0 ? 'fts_chars' : 'article';
  const isExcludedThere = table === 'fts' && excluded.length > 0;
  const wanted = matches.join(' AND ');
  const match = isExcludedThere ? `(${wanted}) NOT (${excluded.join(' OR ')})` : wanted;
  const wantedCharacters = characters.join(' AND ');
  const narrowings = [
    table === 'fts_chars' ? null : narrowing('INTERSECT', 'fts_chars', wantedCharacters),
    isExcludedThere ? null : narrowing('EXCEPT', 'fts', excluded.join(' OR ')),
    narrowing('EXCEPT', 'fts_chars', excludedCharacters.join(' OR ')),
  ].filter((one) => one !== null);
  if (table === 'article') return { table, conditions: [], narrowings };
  const parameters = [table === 'fts_chars' ? wantedCharacters : match];
  return { table, conditions: [{ sql: `${table} MATCH ?`, parameters }], narrowings };
}

function narrowing(operator: Narrowing['operator'], table: Narrowing['table'], match: string): Narrowing | null {
  return match === '' ? null : { operator, table, match };
}

/** Null where the full-text table alone cannot tell. */
function matchExpression(node: QueryNode, place: MatchPlace): string | null {
  if (node.kind === 'term') return termExpression(node, place);
  if (node.kind !== 'and' && node.kind !== 'or') return null;
  const children = node.children.map((child) => matchExpression(child, place));
  return children.includes(null) ? null : `(${children.join(node.kind === 'and' ? ' AND ' : ' OR ')})`;
}

function termExpression(term: Term, place: MatchPlace): string | null {
  const column = term.isTitleOnly && place === 'anywhere' ? '{title} : ' : '';
  const character = singleCharacter(term.runs);
  if (character !== null) return place === 'title' ? `"${character}" *` : null;
  const { tokens, isPrefix } = phraseTokens(term.runs);
  return `${column}"${tokens.join(' ')}"${isPrefix || term.isPrefix ? ' *' : ''}`;
}

function characterExpression(node: QueryNode): string | null {
  if (node.kind === 'term') {
    const character = node.isTitleOnly ? null : singleCharacter(node.runs);
    return character === null ? null : `"${character}"`;
  }
  if (node.kind !== 'and' && node.kind !== 'or') return null;
  const children = node.children.map(characterExpression);
  return children.includes(null) ? null : `(${children.join(node.kind === 'and' ? ' AND ' : ' OR ')})`;
}

/** True of the articles that the node is not true of; null where there is more to it than common characters. */
function absenceExpression(node: QueryNode): string | null {
  if (node.kind === 'term') {
    const character = node.isTitleOnly ? null : singleCharacter(node.runs);
    return character !== null && commonCharacters.has(character) ? `"${absenceToken(character)}"` : null;
  }
  if (node.kind !== 'and' && node.kind !== 'or') return null;
  const children = node.children.map(absenceExpression);
  return children.includes(null) ? null : `(${children.join(node.kind === 'and' ? ' OR ' : ' AND ')})`;
}

function isFilter(node: QueryNode): node is DayFilter | NameFilter | StateFilter {
  return node.kind === 'day' || node.kind === 'name' || node.kind === 'state';
}

function conditionOf(node: QueryNode, table: QueryPlan['table'], compilation: Compilation): Piece {
  if (isFilter(node)) return filterCondition(node, table, compilation.surroundings);
  if (node.kind === 'not' && isFilter(node.child)) {
    // Not by gathering what is excluded: articles that were read may be most of them.
    const { sql, parameters } = filterCondition(node.child, table, compilation.surroundings);
    return { sql: `NOT (${sql})`, parameters };
  }
  if (node.kind === 'not') {
    const { sql, parameters } = rowsOf(node.child, { ...compilation, place: 'anywhere' });
    return { sql: `+${table}.rowid NOT IN (${sql})`, parameters };
  }
  const { sql, parameters } = rowsOf(node, compilation);
  return { sql: `${table === 'article' ? '' : '+'}${table}.rowid IN (${sql})`, parameters };
}

/** The row numbers of everything that the node is true of. */
function rowsOf(node: QueryNode, compilation: Compilation): Piece {
  if (node.kind === 'or') {
    const children = node.children.map((child) => rowsOf(child, compilation));
    return { sql: children.map(({ sql }) => sql).join(' UNION '), parameters: children.flatMap(({ parameters }) => parameters) };
  }
  const plan = planOf(node, compilation);
  const { sql, parameters } = hitsOf(plan);
  // Within a query, SQLite would forget the order, and gather both sides of each narrowing.
  return plan.narrowings.length === 0 ? { sql, parameters } : { sql: `SELECT id FROM (${sql} LIMIT -1)`, parameters };
}
