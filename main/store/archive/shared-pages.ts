import { decompress } from '../compress.ts';
import type { ReadableDb } from '../database.ts';
import { StoreFailure } from '../store-failure.ts';

export interface SharedPage {
  readonly path: string;
  readonly oid: string;
}

const keptPages = `
  SELECT path, oid FROM page CROSS JOIN page_content ON page_content.page_id = page.id WHERE archive_id = ?`;
const contentOfPage = `
  SELECT content FROM page CROSS JOIN page_content ON page_content.page_id = page.id WHERE archive_id = ? AND path = ?`;

/** Every page that the library keeps of an archive, also those that the archive has removed since: they are worth passing on. */
export function listKeptPages(db: ReadableDb, archiveId: string): readonly SharedPage[] {
  return db.all<SharedPage>(keptPages, [archiveId]);
}

/** As it is stored, its id not checked. Throws `not-found`. */
export function readKeptPage(db: ReadableDb, archiveId: string, path: string): Uint8Array {
  const page = db.first<{ content: Uint8Array }>(contentOfPage, [archiveId, path]);
  if (!page) throw new StoreFailure('not-found', `There is no page ${archiveId}:${path}`);
  return decompress(page.content);
}

export const sharedPagesSql = { keptPages, contentOfPage } as const;
