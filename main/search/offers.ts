import type { ReadableDb } from '#main/store/database.ts';
import type { SearchOffer } from '#preload/contract/search-types.ts';
import { compileQuery } from './compile-query.ts';
import { countUpTo } from './find-articles.ts';
import { formatQuery } from './format-query.ts';
import { looserQueries } from './looser-queries.ts';
import { parseQuery } from './parse-query.ts';
import { surroundingsOf } from './plan-query.ts';
import type { QueryNode } from './query.ts';
import { neverStop, type StopCheck } from './stop-check.ts';

const countingCap = 1_000;
const maximumOffers = 5;
/** Each is tried, and most find nothing. */
const maximumTries = 40;

/** Searches near one that found nothing: those that do find something, the most like it first. */
export function findOffers(db: ReadableDb, query: string, checkStopped: StopCheck = neverStop): SearchOffer[] {
  const { tree } = parseQuery(query);
  if (!tree) return [];
  const surroundings = surroundingsOf(db);
  const offers: SearchOffer[] = [];
  for (const [candidate, looser] of candidatesFor(tree)) {
    if (offers.length === maximumOffers) break;
    checkStopped();
    const total = countUpTo(db, compileQuery(looser, 'anywhere', surroundings), countingCap + 1);
    if (total > 0) offers.push({ query: candidate, total: Math.min(total, countingCap), isTotalExact: total <= countingCap });
  }
  return offers;
}

/** By what they are written as: two ways can lead to the same one. */
function candidatesFor(tree: QueryNode): Map<string, QueryNode> {
  const candidates = new Map<string, QueryNode>();
  const asGiven = formatQuery(tree);
  for (const looser of looserQueries(tree)) {
    const written = formatQuery(looser);
    if (written !== asGiven && !candidates.has(written)) candidates.set(written, looser);
    if (candidates.size === maximumTries) break;
  }
  return candidates;
}
