import { expect, test } from 'vitest';
import { createLocale } from '#renderer/i18n/locale.ts';

test('a day is written with its weekday in each language', () => {
  expect(createLocale('zh-Hans').day('2021-06-16')).toBe('2021年6月16日 星期三');
  expect(createLocale('zh-Hant').day('2021-06-16')).toBe('2021年6月16日 星期三');
  expect(createLocale('en').day('2021-06-16')).toBe('Wednesday, June 16, 2021');
});

test('a published day is the same day in every time zone', () => {
  expect(createLocale('en').shortDay('2021-01-01')).toBe('Jan 1, 2021');
});

test('what is no day comes back as it is', () => {
  expect(createLocale('en').day('unknown')).toBe('unknown');
  expect(createLocale('en').day('2021-13-45')).toBe('2021-13-45');
});

test('a moment of today is a time, another one has its day', () => {
  const now = new Date(2021, 5, 16, 12);
  const locale = createLocale('en');
  expect(locale.moment(new Date(2021, 5, 16, 8, 1).toISOString(), now)).toBe('08:01');
  expect(locale.moment(new Date(2021, 5, 14, 8, 1).toISOString(), now)).toBe('Jun 14, 08:01');
  expect(locale.moment(new Date(2020, 5, 14, 8, 1).toISOString(), now)).toBe('Jun 14, 2020, 08:01');
});
