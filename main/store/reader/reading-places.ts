import type { ReadingPlace } from '#preload/contract/library-types.ts';
import type { ReadableDb, WritableDb } from '../database.ts';

/** So many of the newest are kept. */
const maximumPlaces = 20_000;

const insertPlace = `
  INSERT INTO reading_place (article_key, anchor, progress, kept_at_ms) VALUES ($key, $anchor, $progress, $atMs)
  ON CONFLICT (article_key) DO UPDATE SET
    anchor = excluded.anchor, progress = excluded.progress, kept_at_ms = excluded.kept_at_ms`;
const dropOldest = `
  DELETE FROM reading_place WHERE article_key IN (
    SELECT article_key FROM reading_place ORDER BY kept_at_ms DESC LIMIT -1 OFFSET ?)`;
const selectPlace = 'SELECT anchor, progress FROM reading_place WHERE article_key = ?';
const dropPlace = 'DELETE FROM reading_place WHERE article_key = ?';

export function keepReadingPlace(db: WritableDb, key: string, place: ReadingPlace, atMs: number): void {
  db.transaction(() => {
    db.run(insertPlace, { key, ...place, atMs });
    db.run(dropOldest, [maximumPlaces]);
  });
}

export function readReadingPlace(db: ReadableDb, key: string): ReadingPlace | null {
  return db.first<ReadingPlace>(selectPlace, [key]) ?? null;
}

export function dropReadingPlace(db: WritableDb, key: string): void {
  db.run(dropPlace, [key]);
}
