/** Years and months of one language, as people write them. */
export interface Periods {
  /** `June 2021`; without a month the year alone. `month` is 1 to 12. */
  readonly period: (year: number, month?: number) => string;
  readonly month: (month: number) => string;
}

/** Days of a calendar have no time zone: UTC on both sides keeps them where they are. */
const firstDay = (year: number, month: number): Date => {
  const date = new Date(Date.UTC(2000, month - 1, 1));
  date.setUTCFullYear(year);
  return date;
};

export const createPeriods = (locale: string): Periods => {
  const years = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', year: 'numeric' });
  const months = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', year: 'numeric', month: 'long' });
  const names = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'long' });
  return {
    period: (year, month) => (month === undefined ? years.format(firstDay(year, 1)) : months.format(firstDay(year, month))),
    month: (month) => names.format(firstDay(2000, month)),
  };
};
