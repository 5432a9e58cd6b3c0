import type { ReadableDb } from '#main/store/database.ts';
import { hasReaderData } from '#main/store/reader-attachment.ts';
import { fold } from './folding.ts';
import type { NameField, NameFilter } from './query.ts';

/** Goes from name to name in an index, without reading what lies between them. */
const distinct = (table: string, column: string): string => `
  WITH RECURSIVE known (name) AS (
    SELECT min(${column}) FROM ${table}
    UNION ALL
    SELECT (SELECT min(${table}.${column}) FROM ${table} WHERE ${table}.${column} > known.name) FROM known WHERE known.name IS NOT NULL)
  SELECT name AS id, name FROM known WHERE name IS NOT NULL`;

const archives = 'SELECT archive_id AS id, archive_id AS name FROM archive_state';
const archivesOfReader = `${archives} UNION SELECT id, name FROM reader.archive`;

export const namesSql: Readonly<Record<NameField, string>> = {
  source: distinct('article', 'source'),
  section: 'SELECT id, name FROM section',
  archive: archives,
  topic: distinct('article_topic', 'topic'),
  tag: 'SELECT id, name FROM reader.tag',
};

interface Named {
  readonly id: number | string;
  readonly name: string;
}

/**
 * Sources, sections, archives, topics or the reader's tags that have the filter's value in their name, as a JSON array of what identifies them. An
 * archive is known by its id and by the name that the reader gave it.
 */
export function resolveNames(db: ReadableDb, { field, value, isQuoted }: NameFilter): string {
  if (field === 'tag' && !hasReaderData(db)) return '[]';
  const rows = db.all<Named>(field === 'archive' && hasReaderData(db) ? archivesOfReader : namesSql[field]);
  const wanted = plainName(value);
  const named = rows.map(({ id, name }) => ({ id, name: plainName(fold(name)) }));
  const exact = isQuoted ? named.filter(({ name }) => name === wanted) : [];
  const found = exact.length > 0 ? exact : named.filter(({ name }) => name.includes(wanted));
  return JSON.stringify([...new Set(found.map(({ id }) => id))]);
}

/** A name in quotation marks can have none in it. */
export function plainName(name: string): string {
  return name
    .replaceAll(/["“”＂]+/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
