import type { ParsedArticle } from '#main/parse/parsed-page.ts';
import { compress } from '../compress.ts';
import type { SqlValue, WritableDb } from '../database.ts';
import { moveArticle } from './article-pages.ts';
import { dayNumber, dayOfRowId, type DayPlace, nextRowId } from './article-row-id.ts';
import { queueForIndex } from './index-queue.ts';

const columns = [
  'page_id',
  'title',
  'title_language',
  'language',
  'published_on',
  'is_date_estimated',
  'source',
  'byline',
  'original_url',
  'topics',
  'excerpt',
  'reading_minutes',
] as const;

const insertArticle = `
  INSERT INTO article (id, key, ${columns.join(', ')}, is_removed_upstream)
  VALUES ($id, $key, ${columns.map((column) => `$${column}`).join(', ')}, 0)`;
const updateArticle = `
  UPDATE article SET ${columns.map((column) => `${column} = $${column}`).join(', ')}, is_removed_upstream = 0 WHERE id = $id`;
const bodyColumns = ['text', 'html', 'pictures', 'links', 'editor', 'issue_number', 'characters', 'words'] as const;
const writeBody = `
  INSERT INTO article_body (article_id, ${bodyColumns.join(', ')}) VALUES ($id, ${bodyColumns.map((column) => `$${column}`).join(', ')})
  ON CONFLICT (article_id) DO UPDATE SET ${bodyColumns.map((column) => `${column} = excluded.${column}`).join(', ')}`;
const readIndexed =
  'SELECT title, text FROM article JOIN article_body ON article_body.article_id = article.id WHERE article.id = ?';

function articleValues(article: ParsedArticle, pageId: number): Record<(typeof columns)[number], SqlValue> {
  return {
    page_id: pageId,
    title: article.title,
    title_language: article.titleLanguage,
    language: article.language,
    published_on: article.publishedOn,
    is_date_estimated: article.isDateEstimated ? 1 : 0,
    source: article.source,
    byline: article.byline,
    original_url: article.originalUrl,
    topics: JSON.stringify(article.topics),
    excerpt: article.excerpt,
    reading_minutes: article.readingMinutes,
  };
}

function writeArticleBody(db: WritableDb, id: number, article: ParsedArticle): void {
  const values: Record<(typeof bodyColumns)[number], SqlValue> = {
    text: article.text,
    html: compress(article.html),
    pictures: JSON.stringify(article.pictures),
    links: JSON.stringify(article.links),
    editor: article.editor,
    issue_number: article.issueNumber,
    characters: article.characters,
    words: article.words,
  };
  db.run(writeBody, { id, ...values });
}

/** An article as one of its pages renders it. */
export interface Rendering {
  readonly article: ParsedArticle;
  readonly pageId: number;
  readonly place: DayPlace;
}

/** Returns the new article's row number. */
export function createArticle(db: WritableDb, key: string, { article, pageId, place }: Rendering): number {
  const id = nextRowId(db, article.publishedOn, place);
  db.run(insertArticle, { id, key, ...articleValues(article, pageId) });
  writeArticleBody(db, id, article);
  queueForIndex(db, id);
  return id;
}

/** Shows the rendering under an existing row; returns its row number, another one where the day is another. */
export function replaceArticle(db: WritableDb, from: number, { article, pageId, place }: Rendering): number {
  let id = from;
  if (dayNumber(article.publishedOn) !== dayOfRowId(from)) {
    id = nextRowId(db, article.publishedOn, place);
    moveArticle(db, from, id);
  }
  const indexed = db.first<{ title: string; text: string }>(readIndexed, [id]);
  if (indexed?.title !== article.title || indexed.text !== article.text) queueForIndex(db, id);
  db.run(updateArticle, { id, ...articleValues(article, pageId) });
  writeArticleBody(db, id, article);
  return id;
}
