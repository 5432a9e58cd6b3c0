import { readText } from '#main/store/archive/bodies.ts';
import type { ReadableDb } from '#main/store/database.ts';
import type { QueryPlan } from './plan-hits.ts';
import { findBest, findBestOf, findNewest } from './find-articles.ts';
import { markTerms } from './marks.ts';
import type { Term } from './query.ts';
import type { StopCheck } from './stop-check.ts';

/** bm25 walks every hit, and every article that has a common word of the query: above these it would be felt. */
const maximumRankedTitles = 5_000;
const maximumRankedArticles = 10_000;
/** Of too many hits, so many of the newest are ranked by what they say. */
const rankedWindow = 200;

export interface RankedQuery {
  readonly anywhere: QueryPlan;
  readonly title: QueryPlan;
  readonly terms: readonly Term[];
}

export interface RankedArticles {
  readonly ids: readonly number[];
  /** Of all hits; null where ranking did not have to find them all. */
  readonly total: number | null;
}

/** The first `count` hits: those whose title has everything, then the others, each by how much they are about it. */
export function findRelevant(db: ReadableDb, query: RankedQuery, count: number, checkStopped: StopCheck): RankedArticles {
  // To go through several sets in step is dear, however little is left of them: what is found so is found once.
  const hasSets = [query.anywhere, query.title].some(({ narrowings }) => narrowings.length > 0);
  const found = hasSets ? findNewest(db, query.anywhere, maximumRankedArticles + 1) : null;
  checkStopped();
  if (found && found.length <= maximumRankedArticles)
    return { ids: rankFound(db, query, found, count, checkStopped), total: found.length };
  const titled = query.terms.length === 0 ? [] : rankTitled(db, query.title, count);
  if (titled.length >= count) return { ids: titled, total: null };
  checkStopped();
  const wanted = count + titled.length;
  const newest = (): readonly number[] =>
    found && found.length >= wanted ? found : findNewest(db, query.anywhere, Math.max(wanted, rankedWindow));
  const others =
    (found ? null : best(db, query.anywhere, wanted, maximumRankedArticles)) ??
    rankNewest(db, newest(), query.terms, checkStopped);
  return { ids: joinTiers(titled, others, count), total: null };
}

/** The same where all hits are known. What titles must not have, and what else belongs to the query, holds for each of them. */
function rankFound(
  db: ReadableDb,
  { anywhere, title, terms }: RankedQuery,
  found: readonly number[],
  count: number,
  checkStopped: StopCheck,
): number[] {
  if (found.length === 0) return [];
  const titled = terms.length === 0 ? [] : isRanked(title) ? findBestOf(db, title, found, count) : findNewest(db, title, count);
  checkStopped();
  const others = isRanked(anywhere)
    ? findBestOf(db, anywhere, found, count + titled.length)
    : rankNewest(db, found, terms, checkStopped);
  return joinTiers(titled, others, count);
}

function joinTiers(titled: readonly number[], others: readonly number[], count: number): number[] {
  const isTitled = new Set(titled);
  return [...titled, ...others.filter((id) => !isTitled.has(id))].slice(0, count);
}

/** The table of characters keeps no counts to rank by. */
const isRanked = ({ table }: QueryPlan): boolean => table === 'fts' || table === 'fts_title';

function rankTitled(db: ReadableDb, title: QueryPlan, count: number): number[] {
  return best(db, title, count, maximumRankedTitles) ?? findNewest(db, title, count);
}

/** Null where there are too many, or nothing to rank by. */
function best(db: ReadableDb, plan: QueryPlan, count: number, maximum: number): number[] | null {
  return isRanked(plan) ? findBest(db, plan, count, maximum) : null;
}

/** Of hits from the newest to the oldest, the first by what they say, and behind them the others. */
function rankNewest(db: ReadableDb, newest: readonly number[], terms: readonly Term[], checkStopped: StopCheck): number[] {
  const scored = newest.slice(0, rankedWindow).map((id) => {
    checkStopped();
    return { id, score: scoreText(readText(db, id)?.text ?? '', terms) };
  });
  return [
    ...scored.toSorted((one, other) => other.score - one.score || other.id - one.id).map(({ id }) => id),
    ...newest.slice(rankedWindow),
  ];
}

/** Every term counts, its repetition less and less, in a long text less than in a short one. */
function scoreText(text: string, terms: readonly Term[]): number {
  const lengthFactor = 0.5 + text.length / 4_000;
  let score = 0;
  for (const term of terms) {
    const found = markTerms(text, [term]).length;
    score += found / (found + 1.2 * lengthFactor);
  }
  return score;
}
