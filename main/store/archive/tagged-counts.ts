import type { ReadableDb } from '../database.ts';
import { hasReaderData } from '../reader-attachment.ts';

const counts = `
  SELECT tag.name AS name, count(article.id) AS articles
  FROM reader.tag
  LEFT JOIN reader.tagged_article ON tagged_article.tag_id = tag.id
  LEFT JOIN article ON article.key = tagged_article.article_key
  GROUP BY tag.id ORDER BY tag.folded`;

/** The reader's tags, with how many articles of the library have each; 0 where those articles have left it. */
export function countTagged(archive: ReadableDb): { readonly name: string; readonly articles: number }[] {
  return hasReaderData(archive) ? archive.all(counts) : [];
}
