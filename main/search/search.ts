import { readText } from '#main/store/archive/bodies.ts';
import type { ReadableDb } from '#main/store/database.ts';
import type { Mark, MarkedText, SearchSort } from '#preload/contract/search-types.ts';
import { compileQuery, type MatchPlace } from './compile-query.ts';
import { countUpTo, findNewest } from './find-articles.ts';
import { markTerms } from './marks.ts';
import { parseQuery } from './parse-query.ts';
import { surroundingsOf } from './plan-query.ts';
import type { ParsedQuery, Term } from './query.ts';
import { findRelevant, type RankedQuery } from './rank.ts';
import { makeSnippets } from './snippets.ts';
import { neverStop, type StopCheck } from './stop-check.ts';

export interface SearchRequest {
  readonly query: string;
  readonly sort: SearchSort;
  readonly offset: number;
  /** At most 1,000,000; above `countingCap` the total is exact. */
  readonly limit: number;
  /** How many of the first hits get marks and snippets: reading their texts is most of the work. All by default. */
  readonly snippets?: number;
}

export interface FoundArticle {
  readonly articleRowId: number;
  readonly titleMarks: readonly Mark[];
  readonly snippets: readonly MarkedText[];
}

export interface SearchResult {
  readonly total: number;
  /** False where counting stopped: the true number is `total` or more. */
  readonly isTotalExact: boolean;
  readonly milliseconds: number;
  readonly hits: readonly FoundArticle[];
}

const countingCap = 1_000;
const maximumLimit = 1_000_000;

/** Nothing is found for a query that asks for nothing. No query raises. */
export function search(db: ReadableDb, request: SearchRequest, checkStopped: StopCheck = neverStop): SearchResult {
  const startedAtMs = performance.now();
  const parsed = parseQuery(request.query);
  const found =
    parsed.tree === null
      ? { ids: [], total: 0, isTotalExact: true }
      : findArticles(db, parsed, parsed.tree, request, checkStopped);
  const withSnippets = Math.min(request.snippets ?? found.ids.length, found.ids.length);
  const hits = found.ids.map((id, index) => {
    if (index < withSnippets) checkStopped();
    return describe(db, id, index < withSnippets ? parsed.terms : null);
  });
  const milliseconds = Math.round((performance.now() - startedAtMs) * 100) / 100;
  return { total: found.total, isTotalExact: found.isTotalExact, milliseconds, hits };
}

interface FoundIds {
  readonly ids: readonly number[];
  readonly total: number;
  readonly isTotalExact: boolean;
}

function findArticles(
  db: ReadableDb,
  { terms }: ParsedQuery,
  tree: NonNullable<ParsedQuery['tree']>,
  request: SearchRequest,
  checkStopped: StopCheck,
): FoundIds {
  const offset = Math.max(0, request.offset);
  const limit = Math.min(Math.max(0, request.limit), maximumLimit);
  const surroundings = surroundingsOf(db);
  const compile = (place: MatchPlace): RankedQuery['anywhere'] => compileQuery(tree, place, surroundings);
  const anywhere = compile('anywhere');
  const ranked =
    request.sort === 'newest'
      ? null
      : findRelevant(db, { anywhere, title: compile('title'), terms }, offset + limit, checkStopped);
  const ids = ranked?.ids.slice(offset) ?? findNewest(db, anywhere, limit, offset);
  checkStopped();
  if (typeof ranked?.total === 'number') return { ids, total: ranked.total, isTotalExact: true };
  if (ids.length < limit && (ids.length > 0 || offset === 0)) return { ids, total: offset + ids.length, isTotalExact: true };
  const maximum = limit > countingCap ? Number.MAX_SAFE_INTEGER : countingCap + 1;
  const counted = countUpTo(db, anywhere, maximum);
  const isTotalExact = counted < maximum;
  return { ids, total: isTotalExact ? counted : countingCap, isTotalExact };
}

function describe(db: ReadableDb, articleRowId: number, terms: readonly Term[] | null): FoundArticle {
  const text = terms && readText(db, articleRowId);
  if (!terms || !text) return { articleRowId, titleMarks: [], snippets: [] };
  return { articleRowId, titleMarks: markTerms(text.title, terms), snippets: makeSnippets(text.text, terms) };
}
