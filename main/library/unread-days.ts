import { articlesPerDay, dayOfRowId } from '#main/store/archive/article-row-id.ts';
import { dataVersion, type DayCount, readDayCounts } from '#main/store/archive/counts.ts';
import { readerChanges } from '#main/store/reader/history.ts';
import type { Library } from './library.ts';

/**
 * How many articles of each day are not read. Read marks name articles by their keys, so that finding what has none means a
 * look-up for each article, which takes too long for a library of which most was read. What was counted is kept in memory: a day
 * is counted again when an article of it changed, all of them when marks were set elsewhere.
 */
interface CountedDay extends DayCount {
  readonly read: number;
}

interface CountedDays {
  readonly content: number;
  readonly marks: number;
  /** The newest first. */
  readonly days: Map<number, CountedDay>;
}

const countedOf = new WeakMap<Library, CountedDays>();

const dayOfArticle = `((article.id - (article.id % ${articlesPerDay} + ${articlesPerDay}) % ${articlesPerDay}) / ${articlesPerDay})`;
const readPerDay = `
  SELECT ${dayOfArticle} AS day, count(*) AS read
  FROM reader.read_mark CROSS JOIN article ON article.key = read_mark.article_key GROUP BY 1`;
const readOfDay = `
  SELECT count(*) AS read FROM article CROSS JOIN reader.read_mark ON read_mark.article_key = article.key
  WHERE article.id >= $day * ${articlesPerDay} AND article.id < ($day + 1) * ${articlesPerDay}`;
const readSince = `
  SELECT article.id AS id FROM reader.read_mark INDEXED BY read_mark_newest CROSS JOIN article ON article.key = read_mark.article_key
  WHERE read_mark.read_at_ms > ?`;

/** For tests of the plan. */
export const unreadSql = { readPerDay, readOfDay, readSince } as const;

/** Above so many days one pass over all marks is quicker than one over each day. */
const maximumDays = 200;

export interface UnreadDay {
  /** Days since 1970-01-01. */
  readonly day: number;
  readonly unread: number;
}

/** Days with unread articles, the newest first. What was read after `asOfMs` counts as unread. */
export function unreadDays(library: Library, asOfMs = Number.MAX_SAFE_INTEGER): UnreadDay[] {
  const since = new Map<number, number>();
  if (asOfMs !== Number.MAX_SAFE_INTEGER)
    for (const { id } of library.archive.all<{ id: number }>(readSince, [asOfMs]))
      since.set(dayOfRowId(id), (since.get(dayOfRowId(id)) ?? 0) + 1);
  return [...countedDays(library).values()].flatMap(({ day: number, articles, read }) => {
    const unread = articles - read + (since.get(number) ?? 0);
    return unread > 0 ? [{ day: number, unread }] : [];
  });
}

export function countUnread(library: Library): number {
  return unreadDays(library).reduce((total, { unread }) => total + unread, 0);
}

/** To be told of one mark that was set or taken away: only its day is counted again. */
export function recountDay(library: Library, articleRowId: number): void {
  const counted = countedOf.get(library);
  const marks = readerChanges(library.reader, 'read_mark');
  if (counted?.marks !== marks - 1) return;
  const day = dayOfRowId(articleRowId);
  const known = counted.days.get(day);
  if (known) counted.days.set(day, { ...known, read: countRead(library, day) });
  countedOf.set(library, { ...counted, marks });
}

function countRead({ archive }: Library, day: number): number {
  return archive.first<{ read: number }>(readOfDay, { day })?.read ?? 0;
}

function countedDays(library: Library): ReadonlyMap<number, CountedDay> {
  const known = countedOf.get(library);
  // Before what is counted: where something changes meanwhile, it is counted again the next time.
  const content = dataVersion(library.archive);
  const marks = readerChanges(library.reader, 'read_mark');
  if (known?.content === content && known.marks === marks) return known.days;
  const days = countAnew(library, readDayCounts(library.archive), known?.marks === marks ? known.days : null);
  countedOf.set(library, { content, marks, days });
  return days;
}

function countAnew(
  library: Library,
  counts: readonly DayCount[],
  known: ReadonlyMap<number, CountedDay> | null,
): Map<number, CountedDay> {
  const isKnown = (count: DayCount): boolean => known?.get(count.day)?.changes === count.changes;
  const others = known ? counts.filter((count) => !isKnown(count)).length : counts.length;
  if (!known || others > maximumDays) {
    const rows = library.archive.all<{ day: number; read: number }>(readPerDay);
    const read = new Map(rows.map((row) => [row.day, row.read]));
    return new Map(counts.map((count) => [count.day, { ...count, read: read.get(count.day) ?? 0 }]));
  }
  return new Map(
    counts.map((count) => {
      const before = isKnown(count) ? known.get(count.day) : undefined;
      return [count.day, { ...count, read: before ? before.read : countRead(library, count.day) }];
    }),
  );
}
