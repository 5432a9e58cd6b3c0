import { bracketedDay } from './bracketed-byline.ts';
import { dayAtStart, dayOfDateLine } from './date-line.ts';
import type { FrontMatter } from './front-matter.ts';
import { dayIn, dayInAddress, dayInPath, dayWithin, yearlessDayIn, yearlessDayWithin } from './find-days.ts';

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
const labelledDay =
  /^(?:发布时间|发表时间|发布日期|發布時間|發表時間|發佈日期|更新时间|更新時間|时间|時間|日期|Published|Posted|Date|Updated)\s*(?:on)?\s*[:：]?\s*(.{6,40})$/iu;
/** `沈安 二零二一年六月十六日`, `写于2021-06-16`. */
const signatureDay =
  /^[^。！？]{0,8}(?:[\d零〇○一二三四五六七八九]{4}[-/.年]|\p{L}{3,10}\.? \d|\d{1,2}\.? \p{L}{3,10}\.? \d{4})[^。！？，]{0,14}$/u;
/** `城里社9月17日电`, `本报2021年6月16日讯` without brackets, at the start of a line. */
const agencyDay =
  /^[（(]?[\p{Script=Han}\p{Script=Latin}]{2,16}\s?((?:\d{4}年)?\d{1,2}月\d{1,2}日)(?:电|電|讯|訊|消息|综合消息|专电|專電)/u;
/** A signature goes on in a place or an hour; a sentence about a day in these. */
const goesOn = /^\s*(?:的|[,，]?\s*\p{Ll}{2,})/u;
/** The whole of a title, or its end behind a bracket or a dash, as issues of a series have it: any other day is that of an event. */
const titleEnd = /(?:^|[（(【[|｜—–]|(?<!\d)-)\s*((?:19|20)\d{2}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}日?)\s*[）)】\]]?$/u;
/** Days. A text that is farther from its address or its file's name gives the day of something else. */
const farthestFromAddress = 30;

/** The day an article appeared, by the most trustworthy evidence there is; the archive's own day is the last resort. */
export function publishDayOf(evidence: DayEvidence): PublishDay {
  const { originalUrl, path, stated, fallbackDay } = evidence;
  const placeDay = (originalUrl === null ? null : dayInAddress(originalUrl)) ?? dayInPath(path);
  const day =
    frontMatterDay(evidence.frontMatter) ??
    nearOnly(bylineDay(evidence.text, placeDay), placeDay) ??
    (stated === null ? null : dayIn(stated)) ??
    placeDay ??
    dateLineDay(evidence.text) ??
    titleDay(evidence.title);
  if (day !== null && !isFarAhead(day, fallbackDay)) return { publishedOn: day, isDateEstimated: false };
  return { publishedOn: yearlessBylineDay(evidence.text, fallbackDay) ?? fallbackDay, isDateEstimated: true };
}

function nearOnly(day: string | null, placeDay: string | null): string | null {
  if (day === null || placeDay === null) return day;
  return Math.abs(Date.parse(day) - Date.parse(placeDay)) <= farthestFromAddress * 86_400_000 ? day : null;
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
  const bracketed = bracketedDay(text, (inside) => dayWithin(inside) ?? (near === null ? null : yearlessDayWithin(inside, near)));
  if (bracketed !== null) return bracketed;
  for (const line of text.slice(0, headLength).split('\n').slice(0, 8)) {
    const [, labelled] = labelledDay.exec(line.trim()) ?? [];
    const day = labelled === undefined ? agencyLineDay(line, near) : dayAtStart(labelled);
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
  return (
    bracketedDay(text, (inside) => yearlessDayWithin(inside, fallbackDay)) ??
    agencyLineDay(text.slice(0, headLength), fallbackDay)
  );
}

/** A line at the top that is hardly more than a day, or the signature below the text. */
function dateLineDay(text: string): string | null {
  for (const line of text.split('\n', 4)) {
    const day = dayOfDateLine(line);
    if (day !== null) return day;
  }
  const startOfLast = text.lastIndexOf('\n', text.length - 2) + 1;
  return startOfLast === 0 ? null : signedDay(text.slice(startOfLast).trim());
}

function signedDay(line: string): string | null {
  const found = signatureDay.test(line) ? dayWithin(line) : null;
  return found === null || goesOn.test(found.after) || /^(?:on|in|since|after|before)\b/iu.test(found.before) ? null : found.day;
}

function titleDay(title: string): string | null {
  const [, written] = titleEnd.exec(title) ?? [];
  return written === undefined ? null : dayIn(written);
}
