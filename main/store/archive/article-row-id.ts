import type { WritableDb } from '../database.ts';

/** `article.id` is `day * articlesPerDay + sequence`: see the migration that creates the table. */
export const articlesPerDay = 1_000_000;

const millisecondsPerDay = 86_400_000;

/** Days since 1970-01-01; a day that cannot be read counts as 0. */
export function dayNumber(day: string): number {
  const milliseconds = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(milliseconds) ? 0 : Math.floor(milliseconds / millisecondsPerDay);
}

export function dayOfRowId(articleRowId: number): number {
  return Math.floor(articleRowId / articlesPerDay);
}

/** Where a new article goes among those of its day: `above` is newer. */
export type DayPlace = 'above' | 'below';

/** Two queries, because SQLite answers `min` and `max` from the ends of the range only where each stands alone. */
const rangeOfDay = `
  SELECT (SELECT min(id) FROM article WHERE id >= $first AND id < $end) AS oldest,
    (SELECT max(id) FROM article WHERE id >= $first AND id < $end) AS newest`;

/**
 * A first sync goes from the newest page to the oldest and puts each below the one before; later syncs bring newer pages and
 * put them above. So a day starts in the middle of its numbers and has half a million to either side.
 */
export function nextRowId(db: WritableDb, publishedOn: string, place: DayPlace): number {
  const first = dayNumber(publishedOn) * articlesPerDay;
  const end = first + articlesPerDay;
  const range = db.first<{ oldest: number | null; newest: number | null }>(rangeOfDay, { first, end });
  if (typeof range?.oldest !== 'number' || typeof range.newest !== 'number') return first + articlesPerDay / 2;
  const hasRoomBelow = range.oldest > first;
  const hasRoomAbove = range.newest + 1 < end;
  return (place === 'below' && hasRoomBelow) || !hasRoomAbove ? range.oldest - 1 : range.newest + 1;
}
