import { createHash } from 'node:crypto';
import { onTestFinished } from 'vitest';
import type { WritableDb } from '#main/store/database.ts';
import { openPicturesDatabase } from '#main/store/open.ts';
import { enqueuePictures, type PictureWish } from '#main/store/pictures/enqueue-pictures.ts';
import { temporaryLibraryDir } from './library.ts';

export function temporaryPicturesDatabase(libraryDir = temporaryLibraryDir()): WritableDb {
  const db = openPicturesDatabase(libraryDir, 'write');
  onTestFinished(() => db.close());
  return db;
}

interface Enqueued {
  readonly archiveId?: string;
  readonly wish?: PictureWish;
  readonly articleRowId?: number;
}

/** One article that shows all of `urls`. */
export function enqueue(db: WritableDb, urls: readonly string[], given: Enqueued = {}): number {
  const { archiveId = 'a', wish = 'all', articleRowId = 1 } = given;
  return enqueuePictures(db, { archiveId, wish, articles: [{ articleRowId, shownFrom: archiveId, urls }] });
}

export interface AddressRow {
  readonly id: number;
  readonly address: string;
  readonly state: string;
  readonly reason: string | null;
  readonly attempts: number;
  readonly pictureId: number | null;
}

export function addressRows(db: WritableDb): AddressRow[] {
  return db.all<AddressRow>(
    'SELECT id, address, state, reason, attempts, picture_id AS pictureId FROM picture_address ORDER BY address',
  );
}

export function addressId(db: WritableDb, address: string): number {
  return db.first<{ id: number }>('SELECT id FROM picture_address WHERE address = ?', [address])?.id ?? -1;
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
