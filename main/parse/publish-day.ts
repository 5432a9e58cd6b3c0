import type { FrontMatter } from './front-matter.ts';
import { dayIn, dayInAddress, dayInPath, yearlessDayIn } from './find-days.ts';

export interface DayEvidence {
  readonly path: string;
  readonly title: string;
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
/** `沈安 二零二一年六月十六日`, `写于2021-06-16`. */
const signatureDay =
  /^[^。！？]{0,8}(?:[\d零〇○一二三四五六七八九]{4}[-/.年]|\p{L}{3,10}\.? \d|\d{1,2}\.? \p{L}{3,10}\.? \d{4})[^。！？，]{0,14}$/u;
/** `城里社9月17日电`, `本报2021年6月16日讯` without brackets, at the start of a line. */
const agencyDay =
  /^[（(]?[\p{Script=Han}\p{Script=Latin}]{2,16}\s?((?:\d{4}年)?\d{1,2}月\d{1,2}日)(?:电|電|讯|訊|消息|综合消息|专电|專電)/u;
/** The whole of a title's beginning or end: a day inside one is that of an event. */
const titleStart = /^(\d{4}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}日?)(?![\d.])/u;
const titleEnd = /[\s（(|｜—–-]((?:19|20)\d{2}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}日?)[）)]?$/u;

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
    dateLineDay(evidence.text) ??
    titleDay(evidence.title);
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
    const day = labelled === undefined ? agencyLineDay(line, near) : dayIn(labelled);
    if (day !== null) return day;
  }
  return null;
}

function agencyLineDay(line: string, near: string | null): string | null {
  const [, written] = agencyDay.exec(line.trimStart()) ?? [];
  if (written === undefined) return null;
  return dayIn(written) ?? (near === null ? null : yearlessDayIn(written, near));
}

/** The year of the last resort: an estimate. */
function yearlessBylineDay(text: string, fallbackDay: string): string | null {
  const head = text.slice(0, headLength);
  for (const [, inside = ''] of head.matchAll(bracketedByline)) {
    const day = yearlessDayIn(inside, fallbackDay);
    if (day !== null) return day;
  }
  return agencyLineDay(head, fallbackDay);
}

/** A short line at the top that is hardly more than a date, or the signature below the text; a caption goes on in words. */
function dateLineDay(text: string): string | null {
  for (const line of text.split('\n', 4)) {
    const day = line.length <= dateLineLength && !/[，。！？]/u.test(line) ? dayIn(line) : null;
    if (day !== null) return day;
  }
  const lastLine = text.slice(text.lastIndexOf('\n', text.length - 2) + 1).trim();
  return signatureDay.test(lastLine) ? dayIn(lastLine) : null;
}

function titleDay(title: string): string | null {
  const [, written] = titleStart.exec(title) ?? titleEnd.exec(title) ?? [];
  return written === undefined ? null : dayIn(written);
}
