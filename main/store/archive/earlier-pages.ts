import type { ReadableDb, WritableDb } from '../database.ts';
import { StoreFailure } from '../store-failure.ts';
import { verifiedPage } from './original-page.ts';

/**
 * Earlier versions of pages
 *
 * When an archive publishes another version of an article's page, what the library kept of it goes here before it is
 * replaced: the newest few of each page, no version that is large even when packed, and of lists none, which change by the
 * hour. A version that turns out to say the same (only what surrounds the article was changed) is dropped when the new one
 * has been parsed.
 */

const versionsPerPage = 3;
const maximumPackedBytes = 1024 * 1024;

const keepVersion = `
  INSERT INTO earlier_page (page_id, oid, replaced_at_ms, content)
  SELECT page.id, page.oid, $atMs, content FROM page CROSS JOIN page_content ON page_content.page_id = page.id
  WHERE page.id = $pageId AND page.oid <> $oid AND article_id IS NOT NULL AND failure_code IS NULL
    AND length(content) <= ${maximumPackedBytes}
    AND NOT EXISTS (SELECT 1 FROM page_index WHERE page_index.page_id = page.id)`;
const dropOldest = `
  DELETE FROM earlier_page WHERE page_id = $pageId AND id NOT IN (
    SELECT id FROM earlier_page WHERE page_id = $pageId ORDER BY id DESC LIMIT ${versionsPerPage})`;
const dropNewest = `
  DELETE FROM earlier_page WHERE id = (SELECT max(id) FROM earlier_page WHERE page_id = ?)`;
const versionsOfPage = `
  SELECT earlier_page.id AS id, replaced_at_ms AS replacedAtMs
  FROM page CROSS JOIN earlier_page ON earlier_page.page_id = page.id
  WHERE archive_id = ? AND path = ? ORDER BY earlier_page.id DESC`;
const contentOfVersion = `
  SELECT earlier_page.oid AS oid, content, replaced_at_ms AS replacedAtMs
  FROM page CROSS JOIN earlier_page ON earlier_page.page_id = page.id
  WHERE archive_id = ? AND path = ? AND earlier_page.id = ?`;

export interface EarlierPage {
  /** Grows with every version of any page; never used again. */
  readonly id: number;
  readonly replacedAtMs: number;
}

/** To be called before the content of a page is replaced by that of blob id `oid`. */
export function keepEarlierPage(db: WritableDb, pageId: number, oid: string, atMs: number): void {
  if (db.run(keepVersion, { pageId, oid, atMs }) > 0) db.run(dropOldest, { pageId });
}

/** The version that was kept last says the same as the one that replaced it. */
export function dropNewestEarlierPage(db: WritableDb, pageId: number): void {
  db.run(dropNewest, [pageId]);
}

/** The newest first. */
export function listEarlierPages(db: ReadableDb, archiveId: string, path: string): readonly EarlierPage[] {
  return db.all<EarlierPage>(versionsOfPage, [archiveId, path]);
}

/** The page as it was published then. Throws `not-found`, and `library-damaged` where the bytes are not those of its blob id. */
export function readEarlierPage(
  db: ReadableDb,
  archiveId: string,
  path: string,
  id: number,
): { readonly bytes: Uint8Array; readonly replacedAtMs: number } {
  type Row = { readonly oid: string; readonly content: Uint8Array; readonly replacedAtMs: number };
  const version = db.first<Row>(contentOfVersion, [archiveId, path, id]);
  if (!version) throw new StoreFailure('not-found', `There is no version ${id} of ${archiveId}:${path}`);
  return { bytes: verifiedPage(version, `${archiveId}:${path}`), replacedAtMs: version.replacedAtMs };
}

export const earlierPageSql = { keepVersion, dropOldest, dropNewest, versionsOfPage, contentOfVersion } as const;
