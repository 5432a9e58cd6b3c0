import type { WritableDb } from '../database.ts';
import { dropUnusedPicture } from './drop-unused.ts';
import { wishRanks } from './enqueue-pictures.ts';

/** Which pictures of an archive are fetched: all, those of what was opened or bookmarked, or only those asked for one by one. */
export type PicturePolicy = 'all' | 'opened' | 'none';

const weakestWish: Readonly<Record<PicturePolicy, number>> = {
  all: wishRanks.all,
  opened: wishRanks.opened,
  none: wishRanks.asked,
};

/** Temporary, because what is forgotten follows from wants that are gone by then. */
const createReleased = 'CREATE TEMP TABLE IF NOT EXISTS released (id INTEGER PRIMARY KEY) STRICT';
const clearReleased = 'DELETE FROM temp.released';
const releaseAll = 'INSERT INTO temp.released SELECT address_id FROM picture_want WHERE archive_id = $archiveId';
const releaseUnstored = `
  INSERT INTO temp.released SELECT address_id FROM picture_want CROSS JOIN picture_address ON picture_address.id = address_id
  WHERE picture_want.archive_id = $archiveId AND picture_want.wish < $weakest AND picture_id IS NULL`;
const dropWants = `
  DELETE FROM picture_want WHERE archive_id = $archiveId AND address_id IN (SELECT id FROM temp.released)`;
const keepWanted = `
  DELETE FROM temp.released WHERE EXISTS (SELECT 1 FROM picture_want WHERE address_id = released.id)`;
const listUnused = `
  SELECT DISTINCT picture_id AS id FROM temp.released CROSS JOIN picture_address ON picture_address.id = released.id
  WHERE picture_id IS NOT NULL`;
const dropAddresses = 'DELETE FROM picture_address WHERE id IN (SELECT id FROM temp.released)';

function forgetReleased(db: WritableDb, archiveId: string): void {
  db.run(dropWants, { archiveId });
  db.run(keepWanted);
  const pictures = db.all<{ id: number }>(listUnused);
  db.run(dropAddresses);
  for (const { id } of pictures) dropUnusedPicture(db, id);
  db.run(clearReleased);
}

/** Forgets the pictures that only this archive shows, addresses and bytes. The file becomes smaller at once. */
export function removeArchivePictures(db: WritableDb, archiveId: string): void {
  db.run(createReleased);
  db.transaction(() => {
    db.run(clearReleased);
    db.run(releaseAll, { archiveId });
    forgetReleased(db, archiveId);
  });
}

/**
 * Takes out of the queue what the policy does not want any more. What is stored stays. A wider policy needs its articles
 * enqueued: see `queueArticlePictures`.
 */
export function narrowPicturePolicy(
  db: WritableDb,
  { archiveId, policy }: { readonly archiveId: string; readonly policy: PicturePolicy },
): void {
  db.run(createReleased);
  db.transaction(() => {
    db.run(clearReleased);
    db.run(releaseUnstored, { archiveId, weakest: weakestWish[policy] });
    forgetReleased(db, archiveId);
  });
}

export const forgetSql = { releaseAll, releaseUnstored, dropWants, keepWanted, listUnused, dropAddresses } as const;
