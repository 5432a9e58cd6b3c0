import type { ReadableDb, WritableDb } from '#main/store/database.ts';
import { listArchivePictures, listPicturesOfKeys } from '#main/store/pictures/article-pictures.ts';
import { enqueuePictures, type PictureWish } from '#main/store/pictures/enqueue-pictures.ts';
import { narrowPicturePolicy, type PicturePolicy } from '#main/store/pictures/forget-pictures.ts';

interface Databases {
  readonly archive: ReadableDb;
  readonly pictures: WritableDb;
}

const portion = 200;

/** Enqueues what the articles of these keys show, as far as the archive lists them. Returns how many wants were new. */
export function queueArticlePictures(
  { archive, pictures }: Databases,
  { archiveId, keys, wish }: { readonly archiveId: string; readonly keys: readonly string[]; readonly wish: PictureWish },
): number {
  return enqueuePictures(pictures, { archiveId, wish, articles: listPicturesOfKeys(archive, { archiveId, keys }) });
}

function queueAll({ archive, pictures }: Databases, archiveId: string): number {
  let wants = 0;
  let below = Number.MAX_SAFE_INTEGER;
  for (;;) {
    const articles = listArchivePictures(archive, { archiveId, below, limit: portion });
    wants += enqueuePictures(pictures, { archiveId, wish: 'all', articles });
    const last = articles.at(-1);
    if (!last) return wants;
    below = last.articleRowId;
  }
}

export interface PolicyChange {
  readonly archiveId: string;
  readonly policy: PicturePolicy;
  /** Keys of the articles that were opened or are bookmarked. */
  readonly openedKeys: readonly string[];
}

/**
 * Makes the queue what the policy wants of an archive: takes out what it does not want any more, puts in what it does. Reads
 * every article of the archive for 'all': for a change of the setting and for a library from before there were pictures, not
 * for each sync. Stored pictures stay under every policy.
 */
export function applyPicturePolicy(databases: Databases, { archiveId, policy, openedKeys }: PolicyChange): number {
  narrowPicturePolicy(databases.pictures, { archiveId, policy });
  if (policy === 'none') return 0;
  const opened = queueArticlePictures(databases, { archiveId, keys: openedKeys, wish: 'opened' });
  return policy === 'opened' ? opened : opened + queueAll(databases, archiveId);
}
