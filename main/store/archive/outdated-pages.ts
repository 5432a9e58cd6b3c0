import { decompress } from '../compress.ts';
import type { ReadableDb, WritableDb } from '../database.ts';

/**
 * Pages to be parsed again
 *
 * Every page is kept as published, with the version of the parser that read it. Pages of an older version are parsed again
 * without network, those that were removed upstream too; version 0 marks pages that were never parsed, that another page's
 * change calls for (the note on `article-pages.ts`), or whose furniture was found since. Storing the result ends it.
 */
export interface OutdatedPage {
  readonly id: number;
  readonly parserVersion: number;
  readonly path: string;
  readonly oid: string;
  /** Null where what is stored cannot be read. */
  readonly bytes: Uint8Array | null;
  /** The day of the article that the page holds now: where the page states none it stays where it is. */
  readonly heldDay: string | null;
  /** Never parsed before: it holds no article and lists nothing. */
  readonly isUnread: boolean;
}

type PlaceInOrder = Pick<OutdatedPage, 'parserVersion' | 'id'>;

const outdatedOfArchive = `
  FROM page INDEXED BY page_parsed CROSS JOIN page_content ON page_content.page_id = page.id
  WHERE archive_id = $archiveId AND parser_version < $parserVersion`;
const nextOutdated = `
  SELECT page.id AS id, parser_version AS parserVersion, path, oid, content,
    (SELECT published_on FROM article WHERE article.id = page.article_id) AS heldDay,
    parser_version = 0 AND article_id IS NULL AND failure_code IS NULL AND is_removed_upstream = 0 AND NOT EXISTS (SELECT 1 FROM page_index WHERE page_index.page_id = page.id) AS isUnread
  ${outdatedOfArchive} AND (parser_version, page.id) > ($afterVersion, $afterId)
  ORDER BY parser_version, page.id LIMIT $limit`;
const countOutdated = `SELECT count(*) AS pages ${outdatedOfArchive}`;
const anyOutdated = `SELECT 1 ${outdatedOfArchive} LIMIT 1`;
const markOutdated = 'UPDATE page SET parser_version = 0 WHERE archive_id = ? AND parser_version > 0';

/** The next portion after `after`, the last page of the portion before, or null at the start. */
export function readOutdatedPages(
  db: ReadableDb,
  { archiveId, parserVersion, after, limit }: OutdatedPart,
): readonly OutdatedPage[] {
  type Row = Omit<OutdatedPage, 'bytes' | 'isUnread'> & { readonly content: Uint8Array; readonly isUnread: number };
  return db
    .all<Row>(nextOutdated, {
      archiveId,
      parserVersion,
      limit,
      afterVersion: after?.parserVersion ?? -1,
      afterId: after?.id ?? 0,
    })
    .map(({ content, isUnread, ...page }) => ({ ...page, bytes: contentOf(content), isUnread: isUnread === 1 }));
}

/** One damaged page must not keep all others from being parsed. */
function contentOf(stored: Uint8Array): Uint8Array | null {
  try {
    return decompress(stored);
  } catch {
    return null;
  }
}

interface OutdatedPart {
  readonly archiveId: string;
  readonly parserVersion: number;
  readonly after: PlaceInOrder | null;
  readonly limit: number;
}

export function countOutdatedPages(db: ReadableDb, archiveId: string, parserVersion: number): number {
  return db.first<{ pages: number }>(countOutdated, { archiveId, parserVersion })?.pages ?? 0;
}

export function hasOutdatedPages(db: ReadableDb, archiveId: string, parserVersion: number): boolean {
  return db.first(anyOutdated, { archiveId, parserVersion }) !== undefined;
}

/** Every page of the archive is to be parsed again. */
export function markPagesOutdated(db: WritableDb, archiveId: string): void {
  db.run(markOutdated, [archiveId]);
}

const markFailed = 'UPDATE page SET parser_version = 0 WHERE archive_id = ? AND failure_code IS NOT NULL';

/** Pages that could not be read are to be parsed again: what kept them from it may have passed. */
export function markFailedPagesOutdated(db: WritableDb, archiveId: string): void {
  db.run(markFailed, [archiveId]);
}

export const outdatedSql = { nextOutdated, anyOutdated } as const;
