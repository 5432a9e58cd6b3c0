import type { WritableDb } from '#main/store/database.ts';
import { recordMissing, recordStored } from '#main/store/pictures/record-picture.ts';
import type { PictureReason } from '#main/store/pictures/picture-reason.ts';
import { checkPicture } from './check-picture.ts';

export interface ArchiveFile {
  /** As `listQueuedFiles` gave it. */
  readonly id: number;
  /** Null where the archive has no such file. */
  readonly bytes: Uint8Array | null;
}

/** Stores a picture that is a file of an archive, brought by the archive's own source. Returns why it is not stored. */
export function storeArchiveFile(db: WritableDb, { id, bytes }: ArchiveFile, atMs: number): PictureReason | null {
  const checked = bytes && checkPicture(bytes);
  if (bytes && checked?.ok) {
    recordStored(db, { addressId: id, ...checked.facts, bytes, etag: null, lastModified: null, atMs });
    return null;
  }
  const reason = checked && !checked.ok ? checked.reason : 'not-found';
  recordMissing(db, { addressId: id, reason, atMs });
  return reason;
}
