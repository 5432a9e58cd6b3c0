import { articlesPerDay, dayNumber } from '#main/store/archive/article-row-id.ts';
import type { SqlValue } from '#main/store/database.ts';
import type { ArticleState, DayFilter, NameField, NameFilter, StateFilter } from './query.ts';

/** A condition, with its parameters in their order. */
export interface Piece {
  readonly sql: string;
  readonly parameters: readonly SqlValue[];
}

/** What a query is compiled for. */
export interface Surroundings {
  /** Finds what a name filter names, as a JSON array: of names of sources and topics, of ids of sections and archives. */
  resolveNames(filter: NameFilter): string;
  /** Whether the reader's own file is attached as `reader`; without it nothing is bookmarked or read. */
  readonly hasReaderData: boolean;
  /** Whether the index that serves has tokens for what articles lack; one that another version made may have none. */
  readonly hasAbsences: boolean;
}

/**
 * Filters become conditions on the row number that the full-text tables and `article` share. Each looks into a narrow index for
 * the one row, so that a list that stops after fifty hits has looked at little more; those that name few articles (bookmarks,
 * removed ones, pictures, topics) can also be gone through when there is nothing else to go by.
 */
export function filterCondition(
  node: DayFilter | NameFilter | StateFilter,
  table: string,
  { hasReaderData, ...given }: Surroundings,
): Piece {
  const row = `${table}.rowid`;
  if (node.kind === 'day') {
    const operator = node.field === 'after' ? '>=' : '<';
    return { sql: `${row} ${operator} ?`, parameters: [dayNumber(node.day) * articlesPerDay] };
  }
  if (node.kind === 'name') {
    if (node.field === 'tag' && !hasReaderData) return { sql: 'FALSE', parameters: [] };
    return { sql: nameSql(node.field, table), parameters: [given.resolveNames(node)] };
  }
  return {
    sql: hasReaderData || !isOfReader[node.state] ? stateSql(node.state, table) : withoutReader[node.state],
    parameters: [],
  };
}

type PublishedField = Exclude<NameField, 'tag'>;

const isNamed: Readonly<Record<PublishedField, string>> = {
  source: 'SELECT 1 FROM article AS named WHERE named.source IN (SELECT value FROM json_each(?)) AND named.id',
  section: 'SELECT 1 FROM section_article WHERE section_id IN (SELECT value FROM json_each(?)) AND article_id',
  archive: 'SELECT 1 FROM archive_article WHERE archive_id IN (SELECT value FROM json_each(?)) AND article_id',
  topic: 'SELECT 1 FROM article_topic WHERE topic IN (SELECT value FROM json_each(?)) AND article_id',
};

const rowsNamed: Readonly<Record<PublishedField, string>> = {
  source: 'SELECT named.id FROM article AS named WHERE named.source IN (SELECT value FROM json_each(?))',
  section: 'SELECT article_id FROM section_article WHERE section_id IN (SELECT value FROM json_each(?))',
  archive: 'SELECT article_id FROM archive_article WHERE archive_id IN (SELECT value FROM json_each(?))',
  topic: 'SELECT article_id FROM article_topic WHERE topic IN (SELECT value FROM json_each(?))',
};

function nameSql(field: NameField, table: string): string {
  const row = `${table}.rowid`;
  // What the reader tagged is little, as are bookmarks: the rows are gathered once.
  if (field === 'tag') return `${table === 'article' ? row : `+${row}`} IN (${rowsTagged})`;
  return table === 'article' ? `${row} IN (${rowsNamed[field]})` : `EXISTS (${isNamed[field]} = ${row})`;
}

const rowsTagged = `
  SELECT marked.id FROM reader.tagged_article
  CROSS JOIN article AS marked ON marked.key = tagged_article.article_key
  WHERE tagged_article.tag_id IN (SELECT value FROM json_each(?))`;

const isOfReader: Readonly<Record<ArticleState, boolean>> = {
  bookmarked: true,
  unread: true,
  read: true,
  removed: false,
  illustrated: false,
};
const withoutReader: Readonly<Record<ArticleState, string>> = {
  bookmarked: 'FALSE',
  unread: 'TRUE',
  read: 'FALSE',
  removed: 'FALSE',
  illustrated: 'FALSE',
};

const readerRows = (mark: string): string =>
  `SELECT marked.id FROM reader.${mark} CROSS JOIN article AS marked ON marked.key = ${mark}.article_key`;
const isMarked = (mark: string, row: string): string =>
  `EXISTS (SELECT 1 FROM article AS marked CROSS JOIN reader.${mark} ON ${mark}.article_key = marked.key WHERE marked.id = ${row})`;

/** Bookmarks are few: their rows are gathered once. Of read marks there may be tens of thousands: each hit is looked up. */
function stateSql(state: ArticleState, table: string): string {
  const row = `${table}.rowid`;
  const gathered = table === 'article' ? row : `+${row}`;
  if (state === 'bookmarked') return `${gathered} IN (${readerRows('bookmark')})`;
  if (state === 'removed')
    return `${gathered} IN (SELECT id FROM article INDEXED BY article_removed WHERE is_removed_upstream = 1)`;
  if (state === 'illustrated') return `EXISTS (SELECT 1 FROM illustrated_article WHERE article_id = ${row})`;
  if (state === 'unread') return `NOT ${isMarked('read_mark', row)}`;
  return table === 'article' ? `${row} IN (${readerRows('read_mark')})` : isMarked('read_mark', row);
}
