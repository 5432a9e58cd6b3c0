import { fold } from './folding.ts';

/** The first day of a year, month or day, as people write them: `2019`, `2019-6`, `2019/06/01`, `2019年6月1日`; null for anything else. */
export function readDay(text: string): string | null {
  const parts = /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?$/u.exec(fold(text).trim());
  if (!parts) return null;
  const [, year = '', month = '1', day = '1'] = parts;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${written}T00:00:00Z`);
  // JavaScript takes 31 February for a day of March.
  return Number.isNaN(time) || !new Date(time).toISOString().startsWith(written) ? null : written;
}
