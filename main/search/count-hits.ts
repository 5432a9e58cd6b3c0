import type { ReadableDb } from '#main/store/database.ts';
import type { Piece } from './compile-filter.ts';
import { newestOf, type QueryPlan } from './plan-hits.ts';
import { planQuery } from './plan-query.ts';
import { neverStop, type StopCheck } from './stop-check.ts';

const hitsPerStep = 20_000;

export function countStepSql(plan: QueryPlan, before: number): Piece {
  const { sql, parameters } = newestOf(plan, before);
  return { sql: `SELECT count(*) AS hits, min(id) AS oldest FROM (${sql} LIMIT ${hitsPerStep})`, parameters };
}

/** Every hit, however many: in steps from the newest to the oldest. */
export function countHits(db: ReadableDb, query: string, checkStopped: StopCheck = neverStop): number {
  const { plan } = planQuery(db, query);
  if (!plan) return 0;
  let [total, before] = [0, Number.MAX_SAFE_INTEGER];
  for (;;) {
    checkStopped();
    const { sql, parameters } = countStepSql(plan, before);
    const step = db.first<{ hits: number; oldest: number | null }>(sql, parameters);
    total += step?.hits ?? 0;
    if (typeof step?.oldest !== 'number' || step.hits < hitsPerStep) return total;
    before = step.oldest;
  }
}
