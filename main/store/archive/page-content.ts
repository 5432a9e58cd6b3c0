import { compress, decompress } from '../compress.ts';
import type { ReadableDb, WritableDb } from '../database.ts';

const writeContent = `
  INSERT INTO page_content (page_id, content) VALUES (?, ?) ON CONFLICT (page_id) DO UPDATE SET content = excluded.content`;
const dropContent = 'DELETE FROM page_content WHERE page_id = ?';
const readContent = 'SELECT content FROM page_content WHERE page_id = ?';

export function writePageContent(db: WritableDb, pageId: number, bytes: Uint8Array): void {
  db.run(writeContent, [pageId, compress(bytes)]);
}

export function dropPageContent(db: WritableDb, pageId: number): void {
  db.run(dropContent, [pageId]);
}

/** The page as published; undefined where it is not kept. */
export function readPageContent(db: ReadableDb, pageId: number): Uint8Array | undefined {
  const row = db.first<{ content: Uint8Array }>(readContent, [pageId]);
  return row && decompress(row.content);
}
