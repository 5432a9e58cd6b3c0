import { expect, test } from 'vitest';
import type { ArticleSummary } from '#preload/contract/library-types.ts';
import { findWelcomePage } from '#renderer/app/welcome-page.ts';

const article = (path: string, language: string): ArticleSummary => ({
  id: `handbook:${path}`,
  archive: 'handbook',
  path,
  title: path,
  titleLanguage: language,
  publishedOn: '2021-06-16',
  isDateEstimated: false,
  source: null,
  byline: null,
  sections: [],
  topics: [],
  originalUrl: null,
  language,
  excerpt: '',
  readingMinutes: 1,
  isRemovedUpstream: false,
  isBookmarked: false,
  isRead: false,
});

const handbook = [
  article('en/keys.md', 'en'),
  article('en/welcome.md', 'en'),
  article('zh-Hant/welcome.md', 'zh-Hant'),
  article('zh-Hans/sync.md', 'zh-Hans'),
];

test('the welcome page in the language of the reader comes first', () => {
  expect(findWelcomePage(handbook, 'zh-Hant')?.path).toBe('zh-Hant/welcome.md');
  expect(findWelcomePage(handbook, 'en')?.path).toBe('en/welcome.md');
});

test('without one in that language, any welcome page is better than another page', () => {
  expect(findWelcomePage(handbook, 'zh-Hans')?.path).toBe('en/welcome.md');
});

test('an empty handbook opens nothing', () => {
  expect(findWelcomePage([], 'en')).toBeNull();
});
