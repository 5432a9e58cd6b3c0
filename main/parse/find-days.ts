/** Days as texts write them. Everything here gives `YYYY-MM-DD` of a day that exists, from 1900 on, or null. */

const digits: Readonly<Record<string, string>> = {
  零: '0',
  〇: '0',
  '○': '0',
  Ｏ: '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};
const chineseDigit = '[零〇○Ｏ一二三四五六七八九]';
const chineseNumber = '[零〇一二三四五六七八九十廿卅]{1,4}';
const year = `(?:\\d{4}|${chineseDigit}{4})`;
const number = `(?:\\d{1,2}|${chineseNumber})`;
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const monthName = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';

const fullDay = new RegExp(`(${year})\\s*年\\s*(${number})\\s*月\\s*(${number})\\s*[日号號]?`, 'u');
const plainDay = /(?<![\d.])(\d{4})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?!\d)/u;
const englishDay = new RegExp(`\\b${monthName}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b`, 'iu');
const britishDay = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+${monthName},?\\s+(\\d{4})\\b`, 'iu');
const yearlessDay = new RegExp(`(?<!年\\s?)(${number})\\s*月\\s*(${number})\\s*[日号號]`, 'u');

function dayOf(yearNumber: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(yearNumber, month - 1, day));
  const exists = date.getUTCFullYear() === yearNumber && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && yearNumber >= 1900 && yearNumber <= 2999 ? date.toISOString().slice(0, 10) : null;
}

/** `二零二零` by digits, `二十六` or `廿六` by value, `26` as it is. */
export function numberOf(text: string): number {
  if (/^\d+$/u.test(text)) return Number(text);
  if (text.length === 4 && !/[十廿卅]/u.test(text)) return Number([...text].map((character) => digits[character] ?? '').join(''));
  const spelled = text.replace('廿', '二十').replace('卅', '三十');
  const ten = spelled.indexOf('十');
  if (ten < 0) return Number([...spelled].map((character) => digits[character] ?? '').join('') || NaN);
  const tens = ten === 0 ? 1 : Number(digits[spelled.charAt(ten - 1)] ?? NaN);
  return tens * 10 + Number(digits[spelled.charAt(ten + 1)] ?? 0);
}

/** The first day that a text gives with its year. */
export function dayIn(text: string): string | null {
  const plainText = text.normalize('NFKC').replaceAll('Ｏ', '零');
  const candidates = [
    matched(plainText, fullDay, ([one = '', two = '', three = '']) => dayOf(numberOf(one), numberOf(two), numberOf(three))),
    matched(plainText, plainDay, ([one = '', , two = '', three = '']) => dayOf(Number(one), Number(two), Number(three))),
    matched(plainText, englishDay, ([name = '', day = '', one = '']) => dayOf(Number(one), monthOf(name), Number(day))),
    matched(plainText, britishDay, ([day = '', name = '', one = '']) => dayOf(Number(one), monthOf(name), Number(day))),
  ].filter((candidate) => candidate !== null);
  return candidates.toSorted((one, other) => one.at - other.at)[0]?.day ?? null;
}

function monthOf(name: string): number {
  return months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function matched(
  text: string,
  pattern: RegExp,
  read: (parts: readonly string[]) => string | null,
): { readonly at: number; readonly day: string } | null {
  const match = pattern.exec(text);
  if (match === null) return null;
  const day = read(match.slice(1));
  return day === null ? null : { at: match.index, day };
}

/** `9月17日`, in the year that brings it closest to `near` without passing it by more than a week. */
export function yearlessDayIn(text: string, near: string): string | null {
  const [, month = '', day = ''] = yearlessDay.exec(text.normalize('NFKC')) ?? [];
  if (month === '') return null;
  const latest = new Date(Date.parse(near) + 7 * 86_400_000).toISOString().slice(0, 10);
  const nearYear = Number(near.slice(0, 4));
  for (const candidate of [nearYear + 1, nearYear, nearYear - 1]) {
    const found = dayOf(candidate, numberOf(month), numberOf(day));
    if (found !== null && found <= latest) return found;
  }
  return null;
}

/** `/2020/6/20/`, `/20/3/7/`, `/2020-06-20/`, `/20200620/` in the path of an address. */
export function dayInAddress(address: string): string | null {
  const path = address.replace(/^[a-z]+:\/\/[^/]*/iu, '').replace(/[?#].*$/su, '');
  const [, one = '', two = '', three = ''] =
    /\/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/._-]|$)/u.exec(path) ??
    /\/((?:19|20)\d{2})(\d{2})(\d{2})(?=\D|$)/u.exec(path) ??
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
