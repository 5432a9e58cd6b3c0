import type { ReadableDb, SqlValue } from '#main/store/database.ts';
import type { QueryPlan } from './compile-query.ts';

/** The ways to read a plan. Each answers with row numbers of articles. */

const body = ({ table, where }: QueryPlan): string => `FROM ${table} WHERE ${where}`;

export function newestSql(plan: QueryPlan): string {
  return `SELECT ${plan.table}.rowid AS id ${body(plan)} ORDER BY ${plan.table}.rowid DESC LIMIT ? OFFSET ?`;
}

function bestSql(plan: QueryPlan): string {
  const weights = plan.table === 'fts' ? ', 1.0, 10.0' : '';
  return `SELECT ${plan.table}.rowid AS id ${body(plan)} ORDER BY bm25(${plan.table}${weights}), ${plan.table}.rowid DESC LIMIT ?`;
}

export function countSql(plan: QueryPlan): string {
  return `SELECT count(*) AS total FROM (SELECT 1 ${body(plan)} LIMIT ?)`;
}

function idsOf(db: ReadableDb, sql: string, parameters: readonly SqlValue[]): number[] {
  return db.all<{ id: number }>(sql, parameters).map(({ id }) => id);
}

export function findNewest(db: ReadableDb, plan: QueryPlan, limit: number, offset = 0): number[] {
  return idsOf(db, newestSql(plan), [...plan.parameters, limit, offset]);
}

/** By bm25, which reads every hit: only for plans that do not have too many. */
export function findBest(db: ReadableDb, plan: QueryPlan, limit: number): number[] {
  return idsOf(db, bestSql(plan), [...plan.parameters, limit]);
}

/** Counts no further than `maximum`. */
export function countUpTo(db: ReadableDb, plan: QueryPlan, maximum: number): number {
  return db.first<{ total: number }>(countSql(plan), [...plan.parameters, maximum])?.total ?? 0;
}
