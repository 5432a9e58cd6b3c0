import type { ReadableDb, WritableDb } from '../database.ts';

export interface Bookmark {
  readonly key: string;
  /** `<archive>:<path>` at the time it was set: names the article in exports, also when it left the library. */
  readonly articleId: string;
  readonly title: string;
  readonly atMs: number;
}

const insertBookmark = `
  INSERT INTO bookmark (article_key, article_id, title, created_at_ms) VALUES ($key, $articleId, $title, $atMs)
  ON CONFLICT (article_key) DO NOTHING`;
const dropBookmark = 'DELETE FROM bookmark WHERE article_key = ?';
const newestBookmarks = `
  SELECT article_key AS key, article_id AS articleId, title, created_at_ms AS atMs
  FROM bookmark INDEXED BY bookmark_newest ORDER BY created_at_ms DESC, article_key LIMIT ? OFFSET ?`;
const bookmarkedKeys = `
  SELECT article_key AS key FROM json_each(?) AS wanted CROSS JOIN bookmark ON bookmark.article_key = wanted.value`;

/** Setting it again changes nothing. */
export function addBookmark(db: WritableDb, { key, articleId, title, atMs }: Bookmark): void {
  db.run(insertBookmark, { key, articleId, title, atMs });
}

export function removeBookmark(db: WritableDb, key: string): boolean {
  return db.run(dropBookmark, [key]) > 0;
}

const renameKey = 'UPDATE OR REPLACE bookmark SET article_key = ? WHERE article_key = ?';

/** The article is known by another key now: its page states an original address that it did not state before. */
export function moveBookmark(db: WritableDb, from: string, to: string): void {
  db.run(renameKey, [to, from]);
}

export function countBookmarks(db: ReadableDb): number {
  return db.first<{ total: number }>('SELECT count(*) AS total FROM bookmark')?.total ?? 0;
}

/** Newest first. */
export function listBookmarks(
  db: ReadableDb,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Bookmark[] {
  return db.all<Bookmark>(newestBookmarks, [limit, offset]);
}

export function listBookmarkKeys(db: ReadableDb, range: { readonly offset: number; readonly limit: number }): string[] {
  return listBookmarks(db, range).map(({ key }) => key);
}

/** Those of `keys` that are bookmarked. */
export function readBookmarkedKeys(db: ReadableDb, keys: readonly string[]): Set<string> {
  return new Set(db.all<{ key: string }>(bookmarkedKeys, [JSON.stringify(keys)]).map(({ key }) => key));
}

export const bookmarkSql = { newestBookmarks, bookmarkedKeys } as const;
