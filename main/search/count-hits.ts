import type { ReadableDb } from '#main/store/database.ts';
import type { QueryPlan } from './compile-query.ts';
import { planQuery } from './plan-query.ts';
import { neverStop, type StopCheck } from './stop-check.ts';

const hitsPerStep = 20_000;

export function countStepSql({ table, where }: QueryPlan): string {
  return `
    SELECT count(*) AS hits, min(id) AS oldest FROM (
      SELECT ${table}.rowid AS id FROM ${table} WHERE ${where} AND ${table}.rowid < ? ORDER BY ${table}.rowid DESC LIMIT ${hitsPerStep})`;
}

/** Every hit, however many: in steps from the newest to the oldest. */
export function countHits(db: ReadableDb, query: string, checkStopped: StopCheck = neverStop): number {
  const { plan } = planQuery(db, query);
  if (!plan) return 0;
  const sql = countStepSql(plan);
  let [total, before] = [0, Number.MAX_SAFE_INTEGER];
  for (;;) {
    checkStopped();
    const step = db.first<{ hits: number; oldest: number | null }>(sql, [...plan.parameters, before]);
    total += step?.hits ?? 0;
    if (typeof step?.oldest !== 'number' || step.hits < hitsPerStep) return total;
    before = step.oldest;
  }
}
