import type { FirstPicture } from '#preload/contract/library-types.ts';
import type { ArticleId, ArticleSummary } from '#preload/contract/library-types.ts';
import { findFirstPictures } from '#main/store/archive/first-pictures.ts';
import { lookUpPictures } from './picture-lookup.ts';
import type { Library } from './library.ts';
import { readSettings } from './settings.ts';
import { splitId } from './summaries.ts';

/** Smaller ones are icons. CSS pixels. */
const smallestSidePx = 96;

/** The same rows, each with the first of its pictures that is stored; as they are where the reader wants none. */
export function withFirstPictures<Row extends ArticleSummary>(library: Library, rows: readonly Row[]): readonly Row[] {
  if (rows.length === 0 || !readSettings(library).list.hasPictures) return rows;
  const found = firstPictures(
    library,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => {
    const firstPicture = found.get(row.id);
    return firstPicture ? { ...row, firstPicture } : row;
  });
}

function firstPictures(library: Library, ids: readonly ArticleId[]): ReadonlyMap<ArticleId, FirstPicture> {
  const rows = findFirstPictures(library.archive, ids.map(splitId));
  const found = new Map<ArticleId, FirstPicture>();
  const archives = new Set(rows.map(({ archiveId }) => archiveId));
  for (const archiveId of archives) {
    const wanted = rows
      .filter((row) => row.archiveId === archiveId)
      .flatMap(({ path, urls }) => urls.map((url) => ({ id: `${archiveId}:${path}`, url })));
    for (const [at, { stored }] of lookUpPictures(library, { archiveId }, wanted).entries()) {
      const id = wanted[at]?.id;
      if (id === undefined || found.has(id) || !stored || Math.min(stored.width, stored.height) < smallestSidePx) continue;
      found.set(id, { sha256: stored.sha256 });
    }
  }
  return found;
}
