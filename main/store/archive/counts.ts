import type { ReadableDb } from '../database.ts';

export interface DayCount {
  /** Days since 1970-01-01. */
  readonly day: number;
  readonly articles: number;
  /** Another number whenever an article of the day came, went, moved or got another key. */
  readonly changes: number;
}

export interface NameCount {
  readonly name: string;
  readonly articles: number;
}

const dayCounts = 'SELECT day, articles, changes FROM day_count ORDER BY day DESC';
const everything = 'SELECT coalesce(sum(articles), 0) AS total FROM day_count';
const ofArchive = 'SELECT articles AS total FROM archive_count WHERE archive = ?';
const mostOf = {
  source: `
    SELECT source AS name, articles FROM source_count INDEXED BY source_count_most ORDER BY articles DESC, source LIMIT ?`,
  topic: 'SELECT topic AS name, articles FROM topic_count INDEXED BY topic_count_most ORDER BY articles DESC, topic LIMIT ?',
} as const;
const version = 'PRAGMA main.data_version';

/** The newest first; days without articles are among them. */
export function readDayCounts(db: ReadableDb): DayCount[] {
  return db.all<DayCount>(dayCounts);
}

export function countAllArticles(db: ReadableDb): number {
  return db.first<{ total: number }>(everything)?.total ?? 0;
}

export function countArchiveArticles(db: ReadableDb, archiveId: string): number {
  return db.first<{ total: number }>(ofArchive, [archiveId])?.total ?? 0;
}

/** The names that most articles have. */
export function mostUsedNames(db: ReadableDb, kind: keyof typeof mostOf, limit: number): NameCount[] {
  return db.all<NameCount>(mostOf[kind], [limit]);
}

/** Another number whenever another connection has written to the file. */
export function dataVersion(db: ReadableDb): number {
  return db.first<{ data_version: number }>(version)?.data_version ?? 0;
}

/** For tests of the plan. */
export const countSql = mostOf;
