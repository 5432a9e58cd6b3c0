import { expect } from 'vitest';
import type { ReadableDb, SqlParameters } from '#main/store/database.ts';

/** The steps that SQLite takes for a query. */
export function queryPlan(db: ReadableDb, sql: string, parameters: SqlParameters): string[] {
  return db.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, parameters).map(({ detail }) => detail);
}

/** A virtual table is searched by its own index; a covering index of marked rows, and rows of a query, are read whole on purpose. */
const allowedScan = /VIRTUAL TABLE INDEX|CONSTANT ROW|SCAN (?:wanted|json_each|\(subquery-\d+\))|COVERING INDEX article_removed/u;

export function expectNoScan(plan: readonly string[]): void {
  expect(plan.filter((step) => step.startsWith('SCAN') && !allowedScan.test(step))).toEqual([]);
}
