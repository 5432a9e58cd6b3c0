import type { ReadableDb } from '../database.ts';
import { normaliseAddress } from './article-key.ts';

/** An article by where it is shown: what a link needs. */
export interface ArticleReference {
  readonly rowId: number;
  readonly archiveId: string;
  readonly path: string;
}

const referenceByKey = `
  SELECT article.id AS rowId, archive_id AS archiveId, path
  FROM article CROSS JOIN page ON page.id = article.page_id WHERE article.key = ?`;
const referenceByPage = `
  SELECT article.id AS rowId, page.archive_id AS archiveId, page.path AS path
  FROM page AS held CROSS JOIN article ON article.id = held.article_id CROSS JOIN page ON page.id = article.page_id
  WHERE held.archive_id = ? AND held.path = ?`;

export function resolveArticleByUrl(db: ReadableDb, url: string): ArticleReference | undefined {
  const key = normaliseAddress(url);
  return key === null ? undefined : db.first<ArticleReference>(referenceByKey, [key]);
}

export function resolveArticleByPage(db: ReadableDb, archiveId: string, path: string): ArticleReference | undefined {
  return db.first<ArticleReference>(referenceByPage, [archiveId, path]);
}

export const linkSql = { referenceByKey, referenceByPage } as const;
