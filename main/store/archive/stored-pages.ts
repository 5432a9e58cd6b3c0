import { decompress } from '../compress.ts';
import type { ReadableDb, WritableDb } from '../database.ts';
import { refreshRemovedMark, settleShownPage } from './article-pages.ts';

const upstreamPages = 'SELECT path, oid FROM page WHERE archive_id = ? AND is_removed_upstream = 0';

/** Path to blob id of every page that the archive publishes now, as far as it is stored. */
export function readStoredPages(db: ReadableDb, archiveId: string): Map<string, string> {
  const rows = db.all<{ path: string; oid: string }>(upstreamPages, [archiveId]);
  return new Map(rows.map(({ path, oid }) => [path, oid]));
}

export interface PageToReparse {
  readonly id: number;
  readonly path: string;
  readonly oid: string;
  readonly bytes: Uint8Array;
  /** The day of the article that the page holds now; null where it holds none. */
  readonly heldDay: string | null;
  /** Never parsed before: it holds no article and lists nothing. */
  readonly isUnread: boolean;
}

const outdatedPages = `
  SELECT page.id AS id, path, oid, content,
    (SELECT published_on FROM article WHERE article.id = page.article_id) AS heldDay,
    parser_version = 0 AND article_id IS NULL AND NOT EXISTS (SELECT 1 FROM page_index WHERE page_index.page_id = page.id) AS isUnread
  FROM page CROSS JOIN page_content ON page_content.page_id = page.id
  WHERE page.id > ? AND archive_id = ? AND parser_version <> ? AND is_removed_upstream = 0
  ORDER BY page.id LIMIT ?`;

/**
 * The next portion of pages to be parsed again without network, in the order of `id`: those parsed by another version, and
 * those marked by the note on `article-pages.ts`. Storing the result ends it; `afterId` is the last id of the portion before.
 */
export function readPagesToReparse(
  db: ReadableDb,
  archiveId: string,
  parserVersion: number,
  { afterId, limit }: { readonly afterId: number; readonly limit: number },
): PageToReparse[] {
  const rows = db.all<{ id: number; path: string; oid: string; content: Uint8Array; heldDay: string | null; isUnread: number }>(
    outdatedPages,
    [afterId, archiveId, parserVersion, limit],
  );
  return rows.map(({ content, isUnread, ...page }) => ({ ...page, bytes: decompress(content), isUnread: isUnread === 1 }));
}

const presentPage = 'SELECT id, article_id AS articleId FROM page WHERE archive_id = ? AND path = ? AND is_removed_upstream = 0';
const markRemoved = 'UPDATE page SET is_removed_upstream = 1 WHERE id = ?';

/** Pages that left the archive stay in the library, marked. Returns how many were marked now. */
export function markPagesRemoved(db: WritableDb, archiveId: string, paths: readonly string[]): number {
  return db.transaction(() => {
    let removed = 0;
    for (const path of paths) {
      const page = db.first<{ id: number; articleId: number | null }>(presentPage, [archiveId, path]);
      if (!page) continue;
      db.run(markRemoved, [page.id]);
      removed += 1;
      if (page.articleId === null) continue;
      refreshRemovedMark(db, page.articleId);
      settleShownPage(db, page.articleId);
    }
    return removed;
  });
}

export interface FailedPageRow {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

const failedPages = `
  SELECT path, failure_code AS code, failure_message AS message
  FROM page INDEXED BY page_failed WHERE archive_id = ? AND failure_code IS NOT NULL AND is_removed_upstream = 0 ORDER BY path`;

export function listFailedPages(db: ReadableDb, archiveId: string): FailedPageRow[] {
  return db.all<FailedPageRow>(failedPages, [archiveId]);
}

export const storedPagesSql = { upstreamPages, failedPages } as const;
