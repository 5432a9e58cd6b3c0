import type { ArticleRow } from '#main/store/archive/article-rows.ts';
import type { PictureHere } from '#main/read/picture-for-reading.ts';
import { type FoundPicture, findPictures, readPicture } from '#main/store/pictures/find-pictures.ts';
import type { Library } from './library.ts';

const unknown: FoundPicture = { state: 'unknown', stored: null, reason: null };

/** One for each picture that a page of the archive shows, in their order. */
export function lookUpPictures(
  library: Library,
  { archiveId }: Pick<ArticleRow, 'archiveId'>,
  pictures: readonly { readonly url: string }[],
): readonly FoundPicture[] {
  const db = pictures.length === 0 ? null : library.pictures();
  const urls = pictures.map(({ url }) => url);
  return db === null ? urls.map(() => unknown) : findPictures(db, { shownFrom: archiveId, urls });
}

/** The same, as the article frame needs them. */
export function picturesForReading(
  library: Library,
  article: Pick<ArticleRow, 'archiveId'>,
  pictures: readonly { readonly url: string }[],
  isOfArticle: boolean,
): readonly PictureHere[] {
  const found = lookUpPictures(library, article, pictures);
  return pictures.map(({ url }, at) => ({ ...(found[at] ?? unknown), url, isOfArticle }));
}

/** Null where no such picture is stored. */
export function readPictureBytes(
  library: Library,
  { sha256 }: { readonly sha256: string },
): { readonly type: string; readonly bytes: Uint8Array } | null {
  const db = library.pictures();
  return (db && readPicture(db, sha256)) ?? null;
}
