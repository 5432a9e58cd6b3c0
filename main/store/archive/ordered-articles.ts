import type { ReadableDb } from '../database.ts';
import { type ArticleScope, type DayRange, listingParameters, pickers } from './article-rows.ts';

/** Orders that are not those of the days. */
export type StoredOrder = 'title' | 'source' | 'longest';

interface OrderSql {
  readonly index: string;
  readonly by: string;
}

/** Within the same the newest comes first. */
const orders: Readonly<Record<StoredOrder, OrderSql>> = {
  title: { index: 'article_order_title', by: 'article_order.title, article_order.article_id DESC' },
  source: { index: 'article_order_source', by: 'article_order.source, article_order.article_id DESC' },
  longest: { index: 'article_order_longest', by: 'article_order.reading_minutes DESC, article_order.article_id DESC' },
};

const ofAll = ({ index, by }: OrderSql): string => `
  SELECT article_id AS id FROM article_order INDEXED BY ${index}
  WHERE article_id >= $first AND article_id < $end ORDER BY ${by} LIMIT $limit OFFSET $offset`;
const ofArchive = ({ index, by }: OrderSql): string => `
  SELECT article_id AS id FROM article_order INDEXED BY ${index}
  WHERE article_id >= $first AND article_id < $end AND EXISTS (
    SELECT 1 FROM archive_article AS held WHERE held.archive_id = $archiveId AND held.article_id = article_order.article_id)
  ORDER BY ${by} LIMIT $limit OFFSET $offset`;
/** All at once, as one value: 200,000 rows of a number each take ten times as long to hand over. */
const gathered = (picker: string, { by }: OrderSql): string => `
  SELECT json_group_array(id) AS ids FROM (
    SELECT picked.id AS id FROM (${picker}) AS picked CROSS JOIN article_order ON article_order.article_id = picked.id
    ORDER BY ${by})`;

type Listed = Exclude<ArticleScope['kind'], 'keys'>;

const sqlOf = (order: StoredOrder) => ({
  all: ofAll(orders[order]),
  archive: ofArchive(orders[order]),
  gathered: (kind: Listed): string => gathered(pickers[kind], orders[order]),
});

/** For tests of the plan. */
export const orderingSql = { title: sqlOf('title'), source: sqlOf('source'), longest: sqlOf('longest') } as const;

interface OrderedPart extends DayRange {
  readonly order: StoredOrder;
  /** How many articles the whole list has. */
  readonly total: number;
  readonly offset: number;
  readonly limit: number;
}

/** Walking the order of the whole library finds the first articles of a large archive at once. */
const walkedRows = 1_000;
const largeArchive = 20_000;

/**
 * Row numbers of one part of a list. What an index of the whole library answers quickly is read from it; any other list is put in
 * order once, and kept by `remember` as long as the library stays as it is.
 */
export function orderedRowIds(
  db: ReadableDb,
  scope: Exclude<ArticleScope, { readonly kind: 'keys' }>,
  { order, total, offset, limit, ...range }: OrderedPart,
  remember: (name: string, gather: () => readonly number[]) => readonly number[],
): readonly number[] {
  const parameters = listingParameters(scope, range);
  const sql = orderingSql[order];
  const isWhole = range.since === undefined && range.until === undefined;
  const isLarge = scope.kind === 'archive' && offset + limit <= walkedRows && total >= largeArchive;
  if (isWhole && (scope.kind === 'all' || isLarge)) {
    const walked = scope.kind === 'all' ? sql.all : sql.archive;
    return db.all<{ id: number }>(walked, { ...parameters, offset, limit }).map(({ id }) => id);
  }
  const ids = remember(JSON.stringify([scope, order, range]), () => {
    const found = db.first<{ ids: string }>(sql.gathered(scope.kind), parameters);
    return JSON.parse(found?.ids ?? '[]') as number[];
  });
  return ids.slice(offset, offset + limit);
}

const ofKeys = ({ by }: OrderSql): string => `
  SELECT article.id AS id FROM json_each($keys) AS wanted CROSS JOIN article ON article.key = wanted.value
  CROSS JOIN article_order ON article_order.article_id = article.id ORDER BY ${by}`;
const keysSql = { title: ofKeys(orders.title), source: ofKeys(orders.source), longest: ofKeys(orders.longest) } as const;

/** The articles of these keys in another order than that of the keys. */
export function orderedRowIdsOfKeys(db: ReadableDb, keys: readonly string[], order: StoredOrder): readonly number[] {
  return db.all<{ id: number }>(keysSql[order], { keys: JSON.stringify(keys) }).map(({ id }) => id);
}
