import type { ReadableDb } from '#main/store/database.ts';
import type { Piece } from './compile-filter.ts';
import { hitsOf, newestOf, type QueryPlan } from './plan-hits.ts';

/** The ways to read a plan. Each answers with row numbers of articles. */

export function newestSql(plan: QueryPlan, limit: number, offset: number): Piece {
  const { sql, parameters } = newestOf(plan);
  return { sql: `${sql} LIMIT ? OFFSET ?`, parameters: [...parameters, limit, offset] };
}

/** `hits`: of these only, which no other set has then to be asked for. */
function bestSql({ table, where, parameters }: QueryPlan, hits: readonly number[] | null, limit: number): Piece {
  const weights = table === 'fts' ? ', 1.0, 10.0' : '';
  const within = hits === null ? '' : ` AND +${table}.rowid IN (SELECT value FROM json_each(?))`;
  return {
    sql: `SELECT ${table}.rowid AS id FROM ${table} WHERE ${where}${within} ORDER BY bm25(${table}${weights}), ${table}.rowid DESC LIMIT ?`,
    parameters: [...parameters, ...(hits === null ? [] : [JSON.stringify(hits)]), limit],
  };
}

export function countSql(plan: QueryPlan, maximum: number): Piece {
  const { sql, parameters } = hitsOf(plan);
  return { sql: `SELECT count(*) AS total FROM (${sql} LIMIT ?)`, parameters: [...parameters, maximum] };
}

function idsOf(db: ReadableDb, { sql, parameters }: Piece): number[] {
  return db.all<{ id: number }>(sql, parameters).map(({ id }) => id);
}

export function findNewest(db: ReadableDb, plan: QueryPlan, limit: number, offset = 0): number[] {
  return idsOf(db, newestSql(plan, limit, offset));
}

/** By bm25, which reads every hit: null where there are more than `maximum`. */
export function findBest(db: ReadableDb, plan: QueryPlan, limit: number, maximum: number): number[] | null {
  if (plan.narrowings.length === 0)
    return countUpTo(db, plan, maximum + 1) > maximum ? null : idsOf(db, bestSql(plan, null, limit));
  // Going through the sets is most of the work: once for the hits, and not again for their order.
  const hits = findNewest(db, plan, maximum + 1);
  return hits.length > maximum ? null : findBestOf(db, plan, hits, limit);
}

/** By bm25, of hits that are known already. */
export function findBestOf(db: ReadableDb, plan: QueryPlan, hits: readonly number[], limit: number): number[] {
  return idsOf(db, bestSql(plan, hits, limit));
}

/** Counts no further than `maximum`. */
export function countUpTo(db: ReadableDb, plan: QueryPlan, maximum: number): number {
  const { sql, parameters } = countSql(plan, maximum);
  return db.first<{ total: number }>(sql, parameters)?.total ?? 0;
}
