import type { SqlValue } from '#main/store/database.ts';
import type { Piece } from './compile-filter.ts';

export interface QueryPlan {
  readonly table: 'fts' | 'fts_title' | 'fts_chars' | 'article';
  /** A condition on `<table>`, with parameters in their order. */
  readonly where: string;
  readonly parameters: readonly SqlValue[];
  /** In this order. */
  readonly narrowings: readonly Narrowing[];
}

/** A set of articles that hits must be in, or must not. */
export interface Narrowing {
  readonly operator: 'INTERSECT' | 'EXCEPT';
  readonly table: 'fts' | 'fts_chars';
  readonly match: string;
}

/**
 * The row numbers of the hits as `id`. Newest first where there are narrowings: SQLite then goes through all sets in step, as far as
 * it has to, and gathers none. `before`: of the rows below that number only.
 */
export function hitsOf({ table, where, parameters, narrowings }: QueryPlan, before: number | null = null): Piece {
  const bound = before === null ? [] : [before];
  const boundOf = (name: string): string => (before === null ? '' : ` AND ${name}.rowid < ?`);
  const sets = narrowings.map(
    ({ operator, table: set }) => ` ${operator} SELECT ${set}.rowid FROM ${set} WHERE ${set} MATCH ?${boundOf(set)}`,
  );
  const order = narrowings.length === 0 ? '' : ' ORDER BY id DESC';
  return {
    sql: `SELECT ${table}.rowid AS id FROM ${table} WHERE ${where}${boundOf(table)}${sets.join('')}${order}`,
    parameters: [...parameters, ...bound, ...narrowings.flatMap(({ match }) => [match, ...bound])],
  };
}

/** The same, newest first in any case. */
export function newestOf(plan: QueryPlan, before: number | null = null): Piece {
  const { sql, parameters } = hitsOf(plan, before);
  return plan.narrowings.length === 0 ? { sql: `${sql} ORDER BY ${plan.table}.rowid DESC`, parameters } : { sql, parameters };
}
