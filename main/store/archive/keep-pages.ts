import type { WritableDb } from '../database.ts';
import { keepEarlierPage } from './earlier-pages.ts';
import { writePageContent } from './page-content.ts';

export interface PageToKeep {
  readonly path: string;
  /** Git blob id of `bytes`. */
  readonly oid: string;
  readonly bytes: Uint8Array;
}

export interface KeptPage {
  readonly id: number;
  readonly path: string;
  readonly oid: string;
  /** Whether the archive had this page upstream before, with other content. */
  readonly isChange: boolean;
  /** The day of the article that the page held until now; null where it held none. */
  readonly heldDay: string | null;
}

interface PageBefore {
  readonly id: number;
  readonly oid: string;
  readonly heldDay: string | null;
  readonly isRemoved: number;
}

const readPage = `
  SELECT id, oid, is_removed_upstream AS isRemoved,
    (SELECT published_on FROM article WHERE article.id = page.article_id) AS heldDay
  FROM page WHERE archive_id = ? AND path = ?`;
const insertPage = `
  INSERT INTO page (archive_id, path, oid, parser_version, article_id, text_length, is_removed_upstream)
  VALUES (?, ?, ?, 0, NULL, 0, 0) RETURNING id`;
const updatePage = `
  UPDATE page SET oid = ?, parser_version = 0, failure_code = NULL, failure_message = NULL, is_removed_upstream = 0 WHERE id = ?`;

/**
 * Keeps pages as they came, not parsed yet (parser version 0), in one transaction. What is kept is never fetched again; the
 * article that a page held stays as it was until `storePages` brings the parsed page. `atMs`: when they came.
 */
export function keepPages(db: WritableDb, archiveId: string, pages: readonly PageToKeep[], atMs: number): KeptPage[] {
  return db.transaction(() =>
    pages.map(({ path, oid, bytes }) => {
      const before = db.first<PageBefore>(readPage, [archiveId, path]);
      const id = before?.id ?? db.first<{ id: number }>(insertPage, [archiveId, path, oid])?.id;
      if (id === undefined) throw new Error('a page was not kept');
      if (before) {
        keepEarlierPage(db, id, oid, atMs);
        db.run(updatePage, [oid, id]);
      }
      writePageContent(db, id, bytes);
      return { id, path, oid, isChange: before?.isRemoved === 0 && before.oid !== oid, heldDay: before?.heldDay ?? null };
    }),
  );
}
