import type { ParsedLink } from '#main/parse/parsed-page.ts';
import type { ReadableDb } from '../database.ts';

/** What articles have in common besides their words. Each query reads a bounded number of rows from an index. */

/** Of an article with hundreds of links the first tell what it is about. */
const maximumLinks = 120;

const linksOfArticles = `
  SELECT article_id AS rowId, links FROM article_body WHERE article_id IN (SELECT value FROM json_each(?)) AND links <> '[]'`;

/** The links of each article that has any. */
export function readLinksOf(db: ReadableDb, rowIds: readonly number[]): ReadonlyMap<number, readonly ParsedLink[]> {
  const rows = db.all<{ rowId: number; links: string }>(linksOfArticles, [JSON.stringify(rowIds)]);
  return new Map(rows.map(({ rowId, links }) => [rowId, (JSON.parse(links) as ParsedLink[]).slice(0, maximumLinks)]));
}

export interface HeldPage {
  readonly archiveId: string;
  readonly path: string;
}

const pagesOfArticle = 'SELECT archive_id AS archiveId, path FROM page WHERE article_id = ?';

/** Every page that the article stands on. */
export function readPagesOf(db: ReadableDb, rowId: number): HeldPage[] {
  return db.all<HeldPage>(pagesOfArticle, [rowId]);
}

/** Something that many articles can share. */
export interface Shared {
  readonly name: string;
  /** How many articles have it. */
  readonly articles: number;
  /** Others on both sides of it in time, the nearest first. */
  readonly rowIds: readonly number[];
}

const topicsOfArticle = `
  SELECT article_topic.topic AS name, topic_count.articles AS articles
  FROM article_topic CROSS JOIN topic_count ON topic_count.topic = article_topic.topic
  WHERE article_topic.article_id = ? ORDER BY topic_count.articles LIMIT ?`;
const olderOfTopic =
  'SELECT article_id AS id FROM article_topic WHERE topic = ? AND article_id < ? ORDER BY article_id DESC LIMIT ?';
const newerOfTopic = 'SELECT article_id AS id FROM article_topic WHERE topic = ? AND article_id > ? ORDER BY article_id LIMIT ?';

const maximumTopics = 8;

/** The article's topics, the rarest first, each with so many articles before it and so many after it. */
export function readSharedTopics(db: ReadableDb, rowId: number, perSide: number): Shared[] {
  const topics = db.all<{ name: string; articles: number }>(topicsOfArticle, [rowId, maximumTopics]);
  return topics.map((topic) => ({ ...topic, rowIds: neighbours(db, [olderOfTopic, newerOfTopic], topic.name, rowId, perSide) }));
}

const sectionsOfArticle = `
  SELECT section.id AS id, section.name AS name
  FROM section_article CROSS JOIN section ON section.id = section_article.section_id
  WHERE section_article.article_id = ? ORDER BY section.archive_id, section.position LIMIT ?`;
const olderOfSection =
  'SELECT article_id AS id FROM section_article WHERE section_id = ? AND article_id < ? ORDER BY article_id DESC LIMIT ?';
const newerOfSection =
  'SELECT article_id AS id FROM section_article WHERE section_id = ? AND article_id > ? ORDER BY article_id LIMIT ?';

const maximumSections = 4;

/** The sections that list the article, in the order of publication, each with so many articles before it and so many after it. */
export function readSharedSections(db: ReadableDb, rowId: number, perSide: number): Omit<Shared, 'articles'>[] {
  const sections = db.all<{ id: number; name: string }>(sectionsOfArticle, [rowId, maximumSections]);
  return sections.map(({ id, name }) => ({ name, rowIds: neighbours(db, [olderOfSection, newerOfSection], id, rowId, perSide) }));
}

const olderOfArchive =
  'SELECT article_id AS id FROM archive_article WHERE archive_id = ? AND article_id < ? ORDER BY article_id DESC LIMIT ?';
const newerOfArchive =
  'SELECT article_id AS id FROM archive_article WHERE archive_id = ? AND article_id > ? ORDER BY article_id LIMIT ?';

/** The archive's articles on both sides of it in time, the nearest first. */
export function readNeighbours(db: ReadableDb, archiveId: string, rowId: number, perSide: number): number[] {
  return neighbours(db, [olderOfArchive, newerOfArchive], archiveId, rowId, perSide);
}

function neighbours(
  db: ReadableDb,
  statements: readonly string[],
  owner: number | string,
  rowId: number,
  perSide: number,
): number[] {
  const found = statements.flatMap((sql) => db.all<{ id: number }>(sql, [owner, rowId, perSide]).map(({ id }) => id));
  return found.toSorted((one, other) => Math.abs(one - rowId) - Math.abs(other - rowId));
}

/** For tests of the plan. */
export const relatedSql = {
  linksOfArticles,
  pagesOfArticle,
  topicsOfArticle,
  olderOfTopic,
  newerOfTopic,
  sectionsOfArticle,
  olderOfSection,
  newerOfSection,
  olderOfArchive,
  newerOfArchive,
} as const;
