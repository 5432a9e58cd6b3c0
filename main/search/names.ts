import type { ReadableDb } from '#main/store/database.ts';
import { fold } from './folding.ts';
import type { NameFilter } from './query.ts';

/** Goes from name to name in the index, without reading the articles between them. */
const sources = `
  WITH RECURSIVE known (source) AS (
    SELECT min(source) FROM article
    UNION ALL
    SELECT (SELECT min(article.source) FROM article WHERE article.source > known.source) FROM known WHERE known.source IS NOT NULL)
  SELECT source AS id, source AS name FROM known WHERE source IS NOT NULL`;
const sections = 'SELECT id, name FROM section';
const archives = 'SELECT archive_id AS id, archive_id AS name FROM archive_state';

export const namesSql = { source: sources, section: sections, archive: archives } as const;

/** Sources, sections or archives that have the filter's value in their name, as a JSON array of what identifies them. */
export function resolveNames(db: ReadableDb, { field, value }: NameFilter): string {
  const rows = db.all<{ id: number | string; name: string }>(namesSql[field]);
  return JSON.stringify(rows.filter(({ name }) => fold(name).includes(value)).map(({ id }) => id));
}
