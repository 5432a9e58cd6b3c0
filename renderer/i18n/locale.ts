import type { InterfaceLanguage } from '#preload/contract/settings-types.ts';
import { formatLocales, messagesFor } from '#preload/messages/catalogue.ts';
import type { Messages } from '#preload/messages/catalogue.ts';

/** Words, numbers and dates of one interface language. */
export interface Locale {
  readonly language: InterfaceLanguage;
  readonly messages: Messages;
  readonly words: Messages['window'];
  readonly number: (value: number) => string;
  /** `2021-06-16` as a heading: day, month, year and weekday. A text that is no day comes back as it is. */
  readonly day: (day: string) => string;
  readonly shortDay: (day: string) => string;
  /** An ISO time: the time of day if it is today, else day and time, with the year if it is another; in the reader's time zone. */
  readonly moment: (iso: string, now?: Date) => string;
}

const dayPattern = /^\d{4}-\d{2}-\d{2}$/u;

type Formats = Pick<Locale, 'number' | 'day' | 'shortDay' | 'moment'>;

const createFormats = (language: InterfaceLanguage, locale: string): Formats => {
  const numbers = new Intl.NumberFormat(locale);
  // A published day has no time zone; UTC on both sides keeps it the same day everywhere.
  const day = { timeZone: 'UTC', year: 'numeric', day: 'numeric' } as const;
  const dates = new Intl.DateTimeFormat(locale, { ...day, month: 'long' });
  const shortDates = new Intl.DateTimeFormat(locale, { ...day, month: language === 'en' ? 'short' : 'long' });
  const weekdays = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'long' });
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const times = new Intl.DateTimeFormat(locale, time);
  const moments = new Intl.DateTimeFormat(locale, { ...time, month: 'short', day: 'numeric' });
  const oldMoments = new Intl.DateTimeFormat(locale, { ...time, year: 'numeric', month: 'short', day: 'numeric' });
  const join =
    language === 'en'
      ? (date: string, weekday: string) => `${weekday}, ${date}`
      : (date: string, weekday: string) => `${date} ${weekday}`;
  return {
    number: (value) => numbers.format(value),
    day: (text) => withDay(text, (date) => join(dates.format(date), weekdays.format(date))),
    shortDay: (text) => withDay(text, (date) => shortDates.format(date)),
    moment: (iso, now = new Date()) => {
      const date = new Date(iso);
      if (Number.isNaN(date.getTime())) return iso;
      if (date.toDateString() === now.toDateString()) return times.format(date);
      return (date.getFullYear() === now.getFullYear() ? moments : oldMoments).format(date);
    },
  };
};

const withDay = (day: string, format: (date: Date) => string): string => {
  const date = new Date(`${day}T00:00:00Z`);
  return dayPattern.test(day) && !Number.isNaN(date.getTime()) ? format(date) : day;
};

export const createLocale = (language: InterfaceLanguage): Locale => {
  const messages = messagesFor(language);
  return { language, messages, words: messages.window, ...createFormats(language, formatLocales[language]) };
};
