import type { WritableDb } from '../database.ts';

/** For tests of the plan, as all SQL that is exported. */
export const dropUnusedSql = `
  DELETE FROM picture WHERE id = $id AND NOT EXISTS (SELECT 1 FROM picture_address WHERE picture_id = $id)`;

/** Deletes the bytes unless an address still leads to them. */
export function dropUnusedPicture(db: WritableDb, pictureId: number): void {
  db.run(dropUnusedSql, { id: pictureId });
}
