import type { FrontMatter } from './front-matter.ts';
import { dayIn, dayInAddress, dayInPath, yearlessDayIn } from './find-days.ts';

export interface DayEvidence {
  readonly path: string;
  readonly text: string;
  readonly originalUrl: string | null;
  readonly frontMatter: FrontMatter;
  /** What the page's own markup states, as in `<meta property="article:published_time">`. */
  readonly stated: string | null;
  readonly fallbackDay: string;
}

export interface PublishDay {
  readonly publishedOn: string;
  readonly isDateEstimated: boolean;
}

const frontMatterKeys = [
  'date',
  'published',
  'publishdate',
  'pubdate',
  'published_at',
  'created',
  'created_at',
  'time',
  '日期',
  '发布日期',
  '發布日期',
];
const headLength = 600;
const bracketedByline = /[【[〖]([^】\]〗\n]{2,60})[】\]〗]/gu;
const labelledDay =
  /^(?:发布时间|发表时间|发布日期|發布時間|發表時間|發佈日期|更新时间|更新時間|时间|時間|日期|Published|Posted|Date|Updated)\s*(?:on)?\s*[:：]?\s*(.{6,40})$/iu;
const dateLineLength = 40;

/** The day an article appeared, by the most trustworthy evidence there is; the archive's own day is the last resort. */
export function publishDayOf(evidence: DayEvidence): PublishDay {
  const { originalUrl, path, stated, fallbackDay } = evidence;
  const addressDay = originalUrl === null ? null : dayInAddress(originalUrl);
  const day =
    frontMatterDay(evidence.frontMatter) ??
    bylineDay(evidence.text, addressDay ?? dayInPath(path)) ??
    (stated === null ? null : dayIn(stated)) ??
    addressDay ??
    dayInPath(path) ??
    dateLineDay(evidence.text);
  if (day !== null && !isFarAhead(day, fallbackDay)) return { publishedOn: day, isDateEstimated: false };
  return { publishedOn: yearlessBylineDay(evidence.text, fallbackDay) ?? fallbackDay, isDateEstimated: true };
}

/** A page cannot be brought long before it was written: such a day is a slip. */
function isFarAhead(day: string, fallbackDay: string): boolean {
  return Number(day.slice(0, 4)) > Number(fallbackDay.slice(0, 4)) + 1;
}

function frontMatterDay(frontMatter: FrontMatter): string | null {
  for (const key of frontMatterKeys) {
    const value = frontMatter[key];
    const day = typeof value === 'string' ? (dayIn(value) ?? dayInPath(`${value} `)) : null;
    if (day !== null) return day;
  }
  return null;
}

/** `【晨报2021年6月16日讯】`, `发布时间：2021-06-16 08:00`; `【晨报9月17日】` where another day of the page gives the year. */
function bylineDay(text: string, near: string | null): string | null {
  const head = text.slice(0, headLength);
  for (const [, inside = ''] of head.matchAll(bracketedByline)) {
    const day = dayIn(inside) ?? (near === null ? null : yearlessDayIn(inside, near));
    if (day !== null) return day;
  }
  for (const line of head.split('\n').slice(0, 8)) {
    const [, labelled] = labelledDay.exec(line.trim()) ?? [];
    const day = labelled === undefined ? null : dayIn(labelled);
    if (day !== null) return day;
  }
  return null;
}

/** The year of the last resort: an estimate. */
function yearlessBylineDay(text: string, fallbackDay: string): string | null {
  for (const [, inside = ''] of text.slice(0, headLength).matchAll(bracketedByline)) {
    const day = yearlessDayIn(inside, fallbackDay);
    if (day !== null) return day;
  }
  return null;
}

/** A short line at the top that is hardly more than a date. */
function dateLineDay(text: string): string | null {
  for (const line of text.split('\n', 4)) {
    const day = line.length <= dateLineLength ? dayIn(line) : null;
    if (day !== null) return day;
  }
  return null;
}
