import type { ReadableDb } from '#main/store/database.ts';
import { hasReaderData } from '#main/store/reader-attachment.ts';
import type { Surroundings } from './compile-filter.ts';
import { compileQuery } from './compile-query.ts';
import { isIndexOfThisVersion } from './index-rebuild.ts';
import { resolveNames } from './names.ts';
import { parseQuery } from './parse-query.ts';
import type { QueryPlan } from './plan-hits.ts';
import type { ParsedQuery } from './query.ts';

export function surroundingsOf(db: ReadableDb): Surroundings {
  return {
    resolveNames: (filter) => resolveNames(db, filter),
    hasReaderData: hasReaderData(db),
    hasAbsences: isIndexOfThisVersion(db),
  };
}

export interface PlannedQuery extends ParsedQuery {
  /** Null where the query asks for nothing. */
  readonly plan: QueryPlan | null;
}

export function planQuery(db: ReadableDb, query: string): PlannedQuery {
  const parsed = parseQuery(query);
  return { ...parsed, plan: parsed.tree && compileQuery(parsed.tree, 'anywhere', surroundingsOf(db)) };
}
