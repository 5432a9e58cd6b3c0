import type { ParsedPicture } from '#main/parse/parsed-page.ts';
import type { ReadableDb } from '../database.ts';
import type { ArticlePictures } from './enqueue-pictures.ts';

/** Queries on `archive.db`: which pictures articles show. */

interface PicturesRow {
  readonly articleRowId: number;
  readonly shownFrom: string;
  readonly pictures: string;
}

const columns = 'article_body.article_id AS articleRowId, page.archive_id AS shownFrom, pictures';
const joined = `
  CROSS JOIN article ON article.id = listed.article_id CROSS JOIN page ON page.id = article.page_id
  CROSS JOIN article_body ON article_body.article_id = article.id`;
const picturesOfArchive = `
  SELECT ${columns} FROM archive_article AS listed ${joined}
  WHERE listed.archive_id = $archiveId AND listed.article_id < $below ORDER BY listed.article_id DESC LIMIT $limit`;
const picturesOfKeys = `
  SELECT ${columns} FROM json_each($keys) AS wanted CROSS JOIN article ON article.key = wanted.value
  CROSS JOIN archive_article AS listed ON listed.archive_id = $archiveId AND listed.article_id = article.id
  CROSS JOIN page ON page.id = article.page_id CROSS JOIN article_body ON article_body.article_id = article.id`;

const picturesOfPages = `
  SELECT ${columns} FROM json_each($paths) AS wanted
  CROSS JOIN page AS shown ON shown.archive_id = $archiveId AND shown.path = wanted.value
  CROSS JOIN article ON article.id = shown.article_id
  CROSS JOIN page ON page.id = article.page_id CROSS JOIN article_body ON article_body.article_id = article.id`;

function asArticlePictures({ articleRowId, shownFrom, pictures }: PicturesRow): ArticlePictures {
  return { articleRowId, shownFrom, urls: (JSON.parse(pictures) as ParsedPicture[]).map(({ url }) => url) };
}

/** Newest first, `limit` articles at most, those without pictures too: the last tells where the next portion begins. */
export function listArchivePictures(
  archive: ReadableDb,
  input: { readonly archiveId: string; readonly below: number; readonly limit: number },
): ArticlePictures[] {
  return archive.all<PicturesRow>(picturesOfArchive, { ...input }).map(asArticlePictures);
}

/** Of those articles among `keys` (`article.key`, as bookmarks and read marks hold it) that the archive lists. */
export function listPicturesOfKeys(
  archive: ReadableDb,
  { archiveId, keys }: { readonly archiveId: string; readonly keys: readonly string[] },
): ArticlePictures[] {
  return archive.all<PicturesRow>(picturesOfKeys, { archiveId, keys: JSON.stringify(keys) }).map(asArticlePictures);
}

/** Of the articles that stand on these pages of the archive. */
export function listPicturesOfPages(
  archive: ReadableDb,
  { archiveId, paths }: { readonly archiveId: string; readonly paths: readonly string[] },
): ArticlePictures[] {
  return archive.all<PicturesRow>(picturesOfPages, { archiveId, paths: JSON.stringify(paths) }).map(asArticlePictures);
}

export const articlePicturesSql = { picturesOfArchive, picturesOfKeys, picturesOfPages } as const;
