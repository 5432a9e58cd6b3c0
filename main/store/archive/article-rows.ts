import type { ReadableDb } from '../database.ts';
import { articlesPerDay, dayNumber } from './article-row-id.ts';

/** What a list shows of an article. `archiveId` and `path` are those of the page it is shown from. */
export interface ArticleRow {
  readonly rowId: number;
  readonly key: string;
  readonly archiveId: string;
  readonly path: string;
  readonly title: string;
  readonly titleLanguage: string;
  readonly language: string;
  readonly publishedOn: string;
  readonly isDateEstimated: boolean;
  readonly source: string | null;
  readonly byline: string | null;
  readonly originalUrl: string | null;
  readonly topics: readonly string[];
  readonly excerpt: string;
  readonly readingMinutes: number;
  readonly isRemovedUpstream: boolean;
}

export type ArticleScope =
  | { readonly kind: 'all' }
  | { readonly kind: 'removed' }
  | { readonly kind: 'archive'; readonly archiveId: string }
  | { readonly kind: 'section'; readonly sectionId: string }
  | { readonly kind: 'source' | 'topic'; readonly name: string }
  /** What had no read mark at that time, of the given days (since 1970-01-01): `reader.db` is to be attached. */
  | { readonly kind: 'unread'; readonly days: readonly number[]; readonly asOfMs: number }
  /** In the order of `keys`; those that are not in the library are left out. */
  | { readonly kind: 'keys'; readonly keys: readonly string[] };

/** Days as `YYYY-MM-DD`, both included. */
export interface DayRange {
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

export interface ArticleListing extends DayRange {
  readonly scope: ArticleScope;
  readonly offset: number;
  readonly limit: number;
}

type StoredRow = Omit<ArticleRow, 'topics' | 'isDateEstimated' | 'isRemovedUpstream'> & {
  readonly topics: string;
  readonly isDateEstimated: number;
  readonly isRemovedUpstream: number;
};

const rowColumns = `
  article.id AS rowId, article.key AS key, page.archive_id AS archiveId, page.path AS path, article.title AS title,
  title_language AS titleLanguage, language, published_on AS publishedOn, is_date_estimated AS isDateEstimated,
  source, byline, original_url AS originalUrl, topics, excerpt, reading_minutes AS readingMinutes,
  article.is_removed_upstream AS isRemovedUpstream`;
const articleWithPage = 'article CROSS JOIN page ON page.id = article.page_id';

/** Each picks row numbers from a narrow index, so that skipping to an offset does not read what it skips. */
export const pickers = {
  all: 'SELECT id FROM article INDEXED BY article_newest WHERE id >= $first AND id < $end',
  removed: 'SELECT id FROM article INDEXED BY article_removed WHERE is_removed_upstream = 1 AND id >= $first AND id < $end',
  archive:
    'SELECT article_id AS id FROM archive_article WHERE archive_id = $archiveId AND article_id >= $first AND article_id < $end',
  section: `
    SELECT article_id AS id FROM section_article
    WHERE section_id = (SELECT id FROM section WHERE archive_id = $archiveId AND path = $path)
      AND article_id >= $first AND article_id < $end`,
  source: 'SELECT id FROM article INDEXED BY article_source WHERE source = $name AND id >= $first AND id < $end',
  topic: 'SELECT article_id AS id FROM article_topic WHERE topic = $name AND article_id >= $first AND article_id < $end',
  // The plus keeps SQLite from going through the whole range for each of the days.
  unread: `
    SELECT unread.id AS id FROM json_each($days) AS wanted
    CROSS JOIN article AS unread ON unread.id >= wanted.value * ${articlesPerDay} AND unread.id < (wanted.value + 1) * ${articlesPerDay}
    WHERE +unread.id >= $first AND +unread.id < $end AND NOT EXISTS (
      SELECT 1 FROM reader.read_mark WHERE read_mark.article_key = unread.key AND read_mark.read_at_ms <= $asOfMs)`,
} as const;

const ofKeys = `
  FROM json_each($keys) AS wanted CROSS JOIN article ON article.key = wanted.value
  CROSS JOIN page ON page.id = article.page_id WHERE article.id >= $first AND article.id < $end`;

const counting = (picker: string): string => `SELECT count(*) AS total FROM (${picker})`;
const listing = (picker: string, direction: 'ASC' | 'DESC' = 'DESC'): string => `
  SELECT ${rowColumns} FROM ${articleWithPage}
  WHERE article.id IN (${picker} ORDER BY id ${direction} LIMIT $limit OFFSET $offset) ORDER BY article.id ${direction}`;

/** SQL by scope, for tests of the plan. */
export const listingSql = {
  all: listing(pickers.all),
  removed: listing(pickers.removed),
  archive: listing(pickers.archive),
  section: listing(pickers.section),
  source: listing(pickers.source),
  topic: listing(pickers.topic),
  unread: listing(pickers.unread),
  keys: `SELECT ${rowColumns} ${ofKeys} ORDER BY wanted.key LIMIT $limit OFFSET $offset`,
} as const;
export const oldestFirstSql = {
  all: listing(pickers.all, 'ASC'),
  removed: listing(pickers.removed, 'ASC'),
  archive: listing(pickers.archive, 'ASC'),
  section: listing(pickers.section, 'ASC'),
  source: listing(pickers.source, 'ASC'),
  topic: listing(pickers.topic, 'ASC'),
  unread: listing(pickers.unread, 'ASC'),
} as const;
export const countingSql = {
  all: counting(pickers.all),
  removed: counting(pickers.removed),
  archive: counting(pickers.archive),
  section: counting(pickers.section),
  source: counting(pickers.source),
  topic: counting(pickers.topic),
  unread: counting(pickers.unread),
  keys: `SELECT count(*) AS total ${ofKeys}`,
} as const;

function scopeParameters(scope: ArticleScope): Record<string, string | number> {
  if (scope.kind === 'source' || scope.kind === 'topic') return { name: scope.name };
  if (scope.kind === 'unread') return { days: JSON.stringify(scope.days), asOfMs: scope.asOfMs };
  if (scope.kind === 'archive') return { archiveId: scope.archiveId };
  if (scope.kind === 'section') {
    const [archiveId = ''] = scope.sectionId.split(':', 1);
    return { archiveId, path: scope.sectionId.slice(archiveId.length + 1) };
  }
  if (scope.kind === 'keys') return { keys: JSON.stringify(scope.keys) };
  return {};
}

function rangeParameters({ since, until }: DayRange): { readonly first: number; readonly end: number } {
  return {
    first: since === undefined ? Number.MIN_SAFE_INTEGER : dayNumber(since) * articlesPerDay,
    end: until === undefined ? Number.MAX_SAFE_INTEGER : (dayNumber(until) + 1) * articlesPerDay,
  };
}

/** What the SQL of a scope is given. */
export function listingParameters(scope: ArticleScope, range: DayRange): Record<string, string | number> {
  return { ...scopeParameters(scope), ...rangeParameters(range) };
}

function asArticleRow(row: StoredRow): ArticleRow {
  return {
    ...row,
    topics: JSON.parse(row.topics) as string[],
    isDateEstimated: row.isDateEstimated === 1,
    isRemovedUpstream: row.isRemovedUpstream === 1,
  };
}

export function countArticles(db: ReadableDb, scope: ArticleScope, range: DayRange = {}): number {
  const parameters = listingParameters(scope, range);
  return db.first<{ total: number }>(countingSql[scope.kind], parameters)?.total ?? 0;
}

/** Newest first, but for `keys`. */
export function listArticleRows(db: ReadableDb, { scope, offset, limit, ...range }: ArticleListing): ArticleRow[] {
  const parameters = { ...listingParameters(scope, range), offset, limit };
  return db.all<StoredRow>(listingSql[scope.kind], parameters).map(asArticleRow);
}

export function listOldestRows(
  db: ReadableDb,
  { scope, offset, limit, ...range }: ArticleListing & { readonly scope: Exclude<ArticleScope, { readonly kind: 'keys' }> },
): ArticleRow[] {
  const parameters = { ...listingParameters(scope, range), offset, limit };
  return db.all<StoredRow>(oldestFirstSql[scope.kind], parameters).map(asArticleRow);
}

const keying = (picker: string): string => `SELECT key FROM article WHERE id IN (${picker})`;
const keyingSql = {
  all: keying(pickers.all),
  removed: keying(pickers.removed),
  archive: keying(pickers.archive),
  section: keying(pickers.section),
  source: keying(pickers.source),
  topic: keying(pickers.topic),
  unread: keying(pickers.unread),
} as const;

/** Of every article of the scope, in no order. */
export function listArticleKeys(db: ReadableDb, scope: Exclude<ArticleScope, { kind: 'keys' }>, range: DayRange = {}): string[] {
  const parameters = listingParameters(scope, range);
  return db.all<{ key: string }>(keyingSql[scope.kind], parameters).map(({ key }) => key);
}

const rowByPage = `
  SELECT ${rowColumns} FROM page AS held CROSS JOIN article ON article.id = held.article_id
  CROSS JOIN page ON page.id = article.page_id WHERE held.archive_id = ? AND held.path = ?`;
const rowsByIds = `SELECT ${rowColumns} FROM ${articleWithPage} WHERE article.id IN (SELECT value FROM json_each(?))`;

/** By any page of the article, not only the one it is shown from. */
export function findArticleRow(db: ReadableDb, archiveId: string, path: string): ArticleRow | undefined {
  const row = db.first<StoredRow>(rowByPage, [archiveId, path]);
  return row && asArticleRow(row);
}

/** In the order of `rowIds`; articles that are gone are left out. */
export function findRowsById(db: ReadableDb, rowIds: readonly number[]): ArticleRow[] {
  const found = db.all<StoredRow>(rowsByIds, [JSON.stringify(rowIds)]);
  const rows = new Map(found.map((row) => [row.rowId, row]));
  return rowIds.flatMap((rowId) => rows.get(rowId) ?? []).map(asArticleRow);
}

const keysByIds = 'SELECT key FROM article WHERE id IN (SELECT value FROM json_each(?))';

/** In no order; articles that are gone are left out. */
export function findKeysById(db: ReadableDb, rowIds: readonly number[]): string[] {
  return db.all<{ key: string }>(keysByIds, [JSON.stringify(rowIds)]).map(({ key }) => key);
}

const portion = 100;
const nextOfAll = 'SELECT id FROM article INDEXED BY article_newest WHERE id < ? ORDER BY id DESC LIMIT ?';
const nextOfArchive = `
  SELECT article_id AS id FROM archive_article WHERE article_id < ? AND archive_id = ? ORDER BY article_id DESC LIMIT ?`;

/** Every article, newest first, in memory a portion at a time; the handle stays free between two articles. */
const keysPresent = 'SELECT key FROM article WHERE key IN (SELECT value FROM json_each(?))';

/** Those of the keys whose article is in the library, in their order. */
export function presentKeys(db: ReadableDb, keys: readonly string[]): string[] {
  const present = new Set(db.all<{ key: string }>(keysPresent, [JSON.stringify(keys)]).map(({ key }) => key));
  return keys.filter((key) => present.has(key));
}

export function* iterateArticles(db: ReadableDb, archiveId?: string): Generator<ArticleRow> {
  let before = Number.MAX_SAFE_INTEGER;
  for (;;) {
    const ids =
      archiveId === undefined
        ? db.all<{ id: number }>(nextOfAll, [before, portion])
        : db.all<{ id: number }>(nextOfArchive, [before, archiveId, portion]);
    if (ids.length === 0) return;
    yield* findRowsById(
      db,
      ids.map(({ id }) => id),
    );
    before = ids.at(-1)?.id ?? before;
  }
}

export const findingSql = { rowByPage, rowsByIds, nextOfAll, nextOfArchive } as const;
