import type { ArticleScope, DayRange } from '#main/store/archive/article-rows.ts';
import { dayNumber } from '#main/store/archive/article-row-id.ts';
import type { Day, ListScope } from '#preload/contract/library-types.ts';
import { bookmarkedKeys } from './bookmarked-keys.ts';
import type { Library } from './library.ts';
import { openedKeys } from './opened-keys.ts';
import { taggedKeys } from './tagged-keys.ts';
import { type UnreadDay, unreadDays } from './unread-days.ts';

/** What a scope of the reader's is in the tables: which articles, and of which days. */
export interface ScopeRows {
  readonly scope: ArticleScope;
  readonly range: DayRange;
  /** Of what has no read mark the days that have it, the newest first; null for every other scope. */
  readonly days: readonly UnreadDay[] | null;
}

export function scopeRows(library: Library, scope: ListScope, range: DayRange = {}): ScopeRows {
  switch (scope.kind) {
    case 'bookmarked':
      return { scope: { kind: 'keys', keys: bookmarkedKeys(library) }, range: {}, days: null };
    case 'tag':
      return { scope: { kind: 'keys', keys: taggedKeys(library, scope.name) }, range: {}, days: null };
    case 'history':
      return { scope: { kind: 'keys', keys: openedKeys(library) }, range: {}, days: null };
    case 'period':
      return { scope: { kind: 'all' }, range: narrowed(periodRange(scope), range), days: null };
    case 'unread': {
      const { asOfMs = Number.MAX_SAFE_INTEGER } = scope;
      const days = unreadDays(library, asOfMs).filter(({ day }) => isWithin(day, range));
      return { scope: { kind: 'unread', days: days.map(({ day }) => day), asOfMs }, range, days };
    }
    default:
      return { scope, range, days: null };
  }
}

const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** The first and the last day of a year, or of one of its months. */
function periodRange({ year, month }: { readonly year: number; readonly month?: number }): {
  readonly since: Day;
  readonly until: Day;
} {
  const digits = String(year).padStart(4, '0');
  const last = month === undefined ? 31 : new Date(Date.UTC(year, month, 0)).getUTCDate();
  return {
    since: `${digits}-${twoDigits(month ?? 1)}-01`,
    until: `${digits}-${twoDigits(month ?? 12)}-${twoDigits(last)}`,
  };
}

/** Days as they are written sort as they follow one another. */
function narrowed(period: { readonly since: Day; readonly until: Day }, { since, until }: DayRange): DayRange {
  return {
    since: since !== undefined && since > period.since ? since : period.since,
    until: until !== undefined && until < period.until ? until : period.until,
  };
}

function isWithin(day: number, { since, until }: DayRange): boolean {
  return (since === undefined || day >= dayNumber(since)) && (until === undefined || day <= dayNumber(until));
}
