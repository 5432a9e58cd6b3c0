import type { ReadableDb } from '../database.ts';

interface PageName {
  readonly archiveId: string;
  readonly path: string;
}

interface PicturesOfPage extends PageName {
  readonly urls: readonly string[];
}

/** Of an article of many pictures only the first few are looked at: the very first may be one that was not stored. */
const lookedAt = 3;

const picturesOfPages = `
  SELECT wanted.value ->> 0 AS archiveId, wanted.value ->> 1 AS path, body.pictures AS pictures
  FROM json_each(?) AS wanted
  CROSS JOIN page ON page.archive_id = wanted.value ->> 0 AND page.path = wanted.value ->> 1
  CROSS JOIN illustrated_article ON illustrated_article.article_id = page.article_id
  CROSS JOIN article_body AS body ON body.article_id = page.article_id`;

/** Addresses of the first pictures of those pages whose articles have any. */
export function findFirstPictures(db: ReadableDb, pages: readonly PageName[]): readonly PicturesOfPage[] {
  const wanted = JSON.stringify(pages.map(({ archiveId, path }) => [archiveId, path]));
  return db.all<PageName & { readonly pictures: string }>(picturesOfPages, [wanted]).map(({ archiveId, path, pictures }) => {
    const all = JSON.parse(pictures) as readonly { readonly url: string }[];
    return { archiveId, path, urls: all.slice(0, lookedAt).map(({ url }) => url) };
  });
}

export const firstPictureSql = { picturesOfPages } as const;
