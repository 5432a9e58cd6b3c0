import { numberOf } from './chinese-number.ts';
import { monthOf } from './month-names.ts';

/** Days as texts write them. Everything here gives `YYYY-MM-DD` of a day that exists, from 1900 on, or null. */

const chineseDigit = '[零〇○一二三四五六七八九]';
const chineseNumber = '[零〇一二三四五六七八九十廿卅]{1,4}';
const year = `(?:\\d{4}|${chineseDigit}{4})`;
const number = `(?:\\d{1,2}|${chineseNumber})`;

const fullDay = new RegExp(`(${year})\\s*[年년]\\s*(${number})\\s*[月월]\\s*(${number})\\s*[日号號일]?`, 'u');
const eraDay = new RegExp(
  `(民国|民國|平成|令和)\\s*(\\d{1,3}|[一二三四五六七八九十百零〇元]{1,5})\\s*年\\s*(${number})\\s*月\\s*(${number})\\s*日`,
  'u',
);
const erasBegin: Readonly<Record<string, number>> = { 民国: 1911, 民國: 1911, 平成: 1988, 令和: 2018 };
const plainDay = /(?<![\d.])(\d{4})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?!\d)/u;
const monthFirst = /(?<!\p{L})(\p{L}{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/gu;
const dayFirst = /(?<![\d.])(\d{1,2})(?:st|nd|rd|th|er|\.|º)?\s+(?:de\s+)?(\p{L}{3,10})\.?,?\s+(?:de\s+)?(\d{4})(?!\d)/gu;
const yearlessDay = new RegExp(`(?<!年\\s?)(${number})\\s*月\\s*(${number})\\s*[日号號]`, 'u');

function dayOf(yearNumber: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(yearNumber, month - 1, day));
  const exists = date.getUTCFullYear() === yearNumber && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && yearNumber >= 1900 && yearNumber <= 2999 ? date.toISOString().slice(0, 10) : null;
}

interface Found {
  readonly at: number;
  readonly length: number;
  readonly day: string;
}

export interface DayInText {
  readonly day: string;
  /** What stands around it, in NFKC. */
  readonly before: string;
  readonly after: string;
}

/** Dates stand in short texts: of a longer one this much is read. */
const longestText = 400;

/** The first day that a text gives with its year. */
export function dayIn(text: string): string | null {
  return dayWithin(text)?.day ?? null;
}

/** The first day that a text gives with its year, and what stands around it. */
export function dayWithin(text: string): DayInText | null {
  const plainText = text.slice(0, longestText).replaceAll('Ｏ', '〇').normalize('NFKC');
  const candidates: (Found | null)[] = [];
  if (/[年년]/u.test(plainText)) candidates.push(...chineseDays(plainText));
  if (/\d{4}/u.test(plainText)) candidates.push(...westernDays(plainText));
  const found = candidates.filter((candidate) => candidate !== null).toSorted((one, other) => one.at - other.at)[0];
  return found === undefined ? null : around(plainText, found);
}

function around(text: string, { day, at, length }: Found): DayInText {
  return { day, before: text.slice(0, at), after: text.slice(at + length) };
}

function chineseDays(text: string): readonly (Found | null)[] {
  return [
    first(text, fullDay, ([one = '', two = '', three = '']) => dayOf(numberOf(one), numberOf(two), numberOf(three))),
    first(text, eraDay, ([era = '', one = '', two = '', three = '']) =>
      dayOf((erasBegin[era] ?? 0) + (one === '元' ? 1 : numberOf(one)), numberOf(two), numberOf(three)),
    ),
  ];
}

function westernDays(text: string): readonly (Found | null)[] {
  const numbers = first(text, plainDay, ([one = '', , two = '', three = '']) => dayOf(Number(one), Number(two), Number(three)));
  if (!/\p{L}{3}/u.test(text)) return [numbers];
  return [
    numbers,
    firstOfAll(text, monthFirst, ([month = '', day = '', one = '']) => dayOf(Number(one), monthOf(month), Number(day))),
    firstOfAll(text, dayFirst, ([day = '', month = '', one = '']) => dayOf(Number(one), monthOf(month), Number(day))),
  ];
}

type ReadDay = (parts: readonly string[]) => string | null;

function first(text: string, pattern: RegExp, read: ReadDay): Found | null {
  const match = pattern.exec(text);
  const day = match === null ? null : read(match.slice(1));
  return match === null || day === null ? null : { at: match.index, length: match[0].length, day };
}

/** For patterns that also match words that are no month. */
function firstOfAll(text: string, pattern: RegExp, read: ReadDay): Found | null {
  for (const match of text.matchAll(pattern)) {
    const day = read(match.slice(1));
    if (day !== null) return { at: match.index, length: match[0].length, day };
  }
  return null;
}

/** `9月17日`, in the year that brings it closest to `near` without passing it by more than a week. */
export function yearlessDayIn(text: string, near: string): string | null {
  return yearlessDayWithin(text, near)?.day ?? null;
}

export function yearlessDayWithin(text: string, near: string): DayInText | null {
  if (!text.includes('月')) return null;
  const plainText = text.slice(0, longestText).normalize('NFKC');
  const match = yearlessDay.exec(plainText);
  if (match === null) return null;
  const [whole, month = '', day = ''] = match;
  const latest = new Date(Date.parse(near) + 7 * 86_400_000).toISOString().slice(0, 10);
  const nearYear = Number(near.slice(0, 4));
  for (const candidate of [nearYear + 1, nearYear, nearYear - 1]) {
    const found = dayOf(candidate, numberOf(month), numberOf(day));
    if (found !== null && found <= latest) return around(plainText, { day: found, at: match.index, length: whole.length });
  }
  return null;
}

/** `/2020/6/20/`, `/20/3/7/`, `/2020-06-20/`, `/2020/0620/`, `-20200620`, `-06202020051234.html` in the path of an address. */
export function dayInAddress(address: string): string | null {
  const path = address.replace(/^[a-z]+:\/\/[^/]*/iu, '').replace(/[?#].*$/su, '');
  const american = /-(\d{2})(\d{2})((?:19|20)\d{2})\d{6}(?=\.html?$)/u.exec(path);
  if (american !== null) return dayOf(Number(american[3]), Number(american[1]), Number(american[2]));
  const [, one = '', two = '', three = ''] =
    /\/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/._-]|$)/u.exec(path) ??
    /[/_-]((?:19|20)\d{2})[/-]?(\d{2})[/-]?(\d{2})(?:\d{4}(?=\.)|(?=\D|$))/u.exec(path) ??
    /\/(\d{2})\/(\d{1,2})\/(\d{1,2})\//u.exec(path) ??
    [];
  if (one === '') return null;
  return dayOf(one.length === 2 ? 2000 + Number(one) : Number(one), Number(two), Number(three));
}

/** A file or folder name that begins with its day. */
export function dayInPath(path: string): string | null {
  const [, one = '', two = '', three = ''] =
    /(?:^|\/)((?:19|20)\d{2})[-_./](\d{1,2})[-_./](\d{1,2})(?=[-_./ ]|$)/u.exec(path) ??
    /(?:^|\/)((?:19|20)\d{2})(\d{2})(\d{2})(?=[-_. ])/u.exec(path) ??
    [];
  return one === '' ? null : dayOf(Number(one), Number(two), Number(three));
}
