import { createHash } from 'node:crypto';
import { decompress } from '../compress.ts';
import type { ReadableDb } from '../database.ts';
import { StoreFailure } from '../store-failure.ts';

/** For tests of the plan, as all SQL that is exported. */
export const originalPageSql = `
  SELECT oid, content FROM page CROSS JOIN page_content ON page_content.page_id = page.id
  WHERE archive_id = ? AND path = ?`;

/** The page as published. Throws `not-found`, and `library-damaged` where the bytes are not those of its blob id. */
export function readOriginalPage(db: ReadableDb, archiveId: string, path: string): { readonly bytes: Uint8Array } {
  const page = db.first<{ oid: string; content: Uint8Array }>(originalPageSql, [archiveId, path]);
  if (!page) throw new StoreFailure('not-found', `There is no page ${archiveId}:${path}`);
  return { bytes: verifiedPage(page, `${archiveId}:${path}`) };
}

/** What was stored, unpacked. Throws `library-damaged` where that is not what was synced. */
export function verifiedPage(stored: { readonly oid: string; readonly content: Uint8Array }, name: string): Uint8Array {
  const bytes = decompress(stored.content);
  if (blobId(bytes, stored.oid.length) === stored.oid) return bytes;
  throw new StoreFailure('library-damaged', `The stored page ${name} is not what was synced`);
}

/** Git's own: SHA-1, or SHA-256 in repositories whose ids have 64 digits. */
function blobId(bytes: Uint8Array, digits: number): string {
  return createHash(digits === 64 ? 'sha256' : 'sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');
}
