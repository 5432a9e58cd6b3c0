import type { WritableDb } from '../database.ts';
import { releaseArticle } from './article-pages.ts';

const articlesOfArchive = 'SELECT article_id AS id FROM archive_article WHERE archive_id = ?';
const removals = [
  'DELETE FROM page_block WHERE page_id IN (SELECT id FROM page WHERE archive_id = ?)',
  'DELETE FROM earlier_page WHERE page_id IN (SELECT id FROM page WHERE archive_id = ?)',
  'DELETE FROM page_content WHERE page_id IN (SELECT id FROM page WHERE archive_id = ?)',
  'DELETE FROM page_index WHERE page_id IN (SELECT id FROM page WHERE archive_id = ?)',
  'DELETE FROM section_article WHERE section_id IN (SELECT id FROM section WHERE archive_id = ?)',
  'DELETE FROM section_entry WHERE section_id IN (SELECT id FROM section WHERE archive_id = ?)',
  'DELETE FROM section WHERE archive_id = ?',
  'DELETE FROM page WHERE archive_id = ?',
  'DELETE FROM furniture WHERE archive_id = ?',
  'DELETE FROM git_object WHERE archive_id = ?',
  'DELETE FROM archive_state WHERE archive_id = ?',
  'DELETE FROM sync_log WHERE archive_id = ?',
];

/** Forgets everything of an archive, in one transaction. Articles that another archive holds too stay. */
export function removeArchiveContent(db: WritableDb, archiveId: string): void {
  db.transaction(() => {
    const articles = db.all<{ id: number }>(articlesOfArchive, [archiveId]);
    for (const sql of removals) db.run(sql, [archiveId]);
    for (const { id } of articles) releaseArticle(db, id);
  });
}
