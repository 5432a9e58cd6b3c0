import { createHash } from 'node:crypto';
import type { FileEntry } from './source.ts';

/** Stands for a state that has no commit. `entries` in the order of their paths; the same pages give the same id. */
export function listingId(entries: readonly FileEntry[]): string {
  const digest = createHash('sha1');
  for (const { oid, path } of entries) digest.update(`${oid} ${path}\0`);
  return digest.digest('hex');
}
