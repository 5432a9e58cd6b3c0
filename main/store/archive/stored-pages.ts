import type { ParseFailureCode } from '#main/parse/parsed-page.ts';
import type { ReadableDb, WritableDb } from '../database.ts';
import { refreshRemovedMark, settleShownPage } from './article-pages.ts';

const upstreamPages = 'SELECT path, oid FROM page WHERE archive_id = ? AND is_removed_upstream = 0';

/** Path to blob id of every page that the archive publishes now, as far as it is stored. */
export function readStoredPages(db: ReadableDb, archiveId: string): Map<string, string> {
  const rows = db.all<{ path: string; oid: string }>(upstreamPages, [archiveId]);
  return new Map(rows.map(({ path, oid }) => [path, oid]));
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
  readonly code: ParseFailureCode;
  readonly message: string;
}

const failedPages = `
  SELECT path, failure_code AS code, failure_message AS message
  FROM page INDEXED BY page_failed WHERE archive_id = ? AND failure_code IS NOT NULL AND is_removed_upstream = 0 ORDER BY path`;

export function listFailedPages(db: ReadableDb, archiveId: string): FailedPageRow[] {
  return db.all<FailedPageRow>(failedPages, [archiveId]);
}

const pageCount = 'SELECT count(*) AS pages FROM page WHERE archive_id = ? AND is_removed_upstream = 0';

/** That the archive has upstream, those that could not be read too. */
export function countPages(db: ReadableDb, archiveId: string): number {
  return db.first<{ pages: number }>(pageCount, [archiveId])?.pages ?? 0;
}

export const storedPagesSql = { upstreamPages, failedPages, pageCount } as const;
