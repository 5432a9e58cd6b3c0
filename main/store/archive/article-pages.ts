import type { WritableDb } from '../database.ts';
import { queueForIndex } from './index-queue.ts';

/**
 * Which pages hold an article, and what follows from it.
 *
 * Several pages, of one or several archives, can hold one article. The page shown is the fullest that is upstream; it
 * changes when a better one is stored. When the page shown goes away the rendering made of it stays (it is the same
 * article), and the best of the other pages is marked with parser version 0, so that the next pass over
 * `readPagesToReparse` shows that one instead.
 */

const updateRemoved = `
  UPDATE article SET is_removed_upstream = NOT EXISTS (
    SELECT 1 FROM page WHERE page.article_id = article.id AND page.is_removed_upstream = 0)
  WHERE id = ?`;
const clearArchives = 'DELETE FROM archive_article WHERE article_id = ?';
const listArchives = `
  INSERT OR IGNORE INTO archive_article (archive_id, article_id)
  SELECT archive_id, article_id FROM page WHERE article_id = ?`;
const clearSections = 'DELETE FROM section_article WHERE article_id = ?';
const listSections = `
  INSERT OR IGNORE INTO section_article (section_id, article_id)
  SELECT section_entry.section_id, page.article_id
  FROM page
  CROSS JOIN section_entry ON section_entry.path = page.path
  CROSS JOIN section ON section.id = section_entry.section_id AND section.archive_id = page.archive_id
  WHERE page.article_id = ?`;

/** Adds the article to the lists of every archive and section whose page it is on. */
export function listArticle(db: WritableDb, articleRowId: number): void {
  db.run(listArchives, [articleRowId]);
  db.run(listSections, [articleRowId]);
}

export function refreshRemovedMark(db: WritableDb, articleRowId: number): void {
  db.run(updateRemoved, [articleRowId]);
}

function unlistArticle(db: WritableDb, articleRowId: number): void {
  db.run(clearArchives, [articleRowId]);
  db.run(clearSections, [articleRowId]);
}

interface ShownPage {
  readonly pageId: number;
  /** The article that the page holds now; null where it holds none or is gone. */
  readonly heldId: number | null;
  readonly textLength: number;
  readonly isRemoved: number;
}

interface BestPage {
  readonly id: number;
  readonly textLength: number;
  readonly isRemoved: number;
}

const shownPage = `
  SELECT article.page_id AS pageId, page.article_id AS heldId, page.text_length AS textLength,
    page.is_removed_upstream AS isRemoved
  FROM article LEFT JOIN page ON page.id = article.page_id WHERE article.id = ?`;
const bestPage = `
  SELECT id, text_length AS textLength, is_removed_upstream AS isRemoved FROM page WHERE article_id = ?
  ORDER BY is_removed_upstream, failure_code IS NOT NULL, text_length DESC, archive_id || ':' || path LIMIT 1`;
const showPage = 'UPDATE article SET page_id = ? WHERE id = ?';
const askForReparse = 'UPDATE page SET parser_version = 0 WHERE id = ?';

function isBetter(best: BestPage, shown: ShownPage): boolean {
  return best.isRemoved === shown.isRemoved ? best.textLength > shown.textLength : best.isRemoved < shown.isRemoved;
}

/** To be called when another page may be the best now: one was removed, deleted, shortened, or holds another article. */
export function settleShownPage(db: WritableDb, articleRowId: number): void {
  const shown = db.first<ShownPage>(shownPage, [articleRowId]);
  const best = db.first<BestPage>(bestPage, [articleRowId]);
  if (!shown || !best || shown.pageId === best.id) return;
  const isStillHeld = shown.heldId === articleRowId;
  if (!isStillHeld) db.run(showPage, [best.id, articleRowId]);
  if (!isStillHeld || isBetter(best, shown)) db.run(askForReparse, [best.id]);
}

const deleteArticle = 'DELETE FROM article WHERE id = ?';
const deleteBody = 'DELETE FROM article_body WHERE article_id = ?';

/** To be called after a page stopped holding the article: forgets the article, and says so, where that was its last page. */
export function releaseArticle(db: WritableDb, articleRowId: number): boolean {
  unlistArticle(db, articleRowId);
  if (db.first(bestPage, [articleRowId])) {
    listArticle(db, articleRowId);
    refreshRemovedMark(db, articleRowId);
    settleShownPage(db, articleRowId);
    return false;
  }
  db.run(deleteArticle, [articleRowId]);
  db.run(deleteBody, [articleRowId]);
  queueForIndex(db, articleRowId);
  return true;
}

const moves = [
  'UPDATE article SET id = $to WHERE id = $from',
  'UPDATE article_body SET article_id = $to WHERE article_id = $from',
  'UPDATE page SET article_id = $to WHERE article_id = $from',
];

/** The row number follows the date: everything that names the article by it follows too. */
export function moveArticle(db: WritableDb, from: number, to: number): void {
  unlistArticle(db, from);
  for (const sql of moves) db.run(sql, { from, to });
  listArticle(db, to);
  queueForIndex(db, from);
  queueForIndex(db, to);
}

export const bestPageSql = bestPage;
