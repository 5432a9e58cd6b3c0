import { readText } from '#main/store/archive/bodies.ts';
import type { ReadableDb } from '#main/store/database.ts';
import type { QueryPlan } from './plan-hits.ts';
import { findBest, findNewest } from './find-articles.ts';
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

/** The first `count` hits: those whose title has everything, then the others, each by how much they are about it. */
export function findRelevant(db: ReadableDb, query: RankedQuery, count: number, checkStopped: StopCheck): number[] {
  const { anywhere, title } = query;
  const titled = query.terms.length === 0 ? [] : (best(db, title, count, maximumRankedTitles) ?? findNewest(db, title, count));
  if (titled.length >= count) return titled;
  checkStopped();
  const isTitled = new Set(titled);
  const wanted = count + titled.length;
  const others = best(db, anywhere, wanted, maximumRankedArticles) ?? rankNewest(db, query, wanted, checkStopped);
  return [...titled, ...others.filter((id) => !isTitled.has(id))].slice(0, count);
}

/** Null where there are too many, or nothing to rank by: the table of characters keeps no counts. */
function best(db: ReadableDb, plan: QueryPlan, count: number, maximum: number): number[] | null {
  return plan.table === 'fts' || plan.table === 'fts_title' ? findBest(db, plan, count, maximum) : null;
}

function rankNewest(db: ReadableDb, { anywhere, terms }: RankedQuery, count: number, checkStopped: StopCheck): number[] {
  const newest = findNewest(db, anywhere, Math.max(count, rankedWindow));
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
