import { expect, test } from 'vitest';
import type { ArticleSummary } from '#preload/contract/library-types.ts';
import { itemsOfRow, itemsOfSelection } from '#renderer/state/row-menu.ts';

const article: ArticleSummary = {
  id: 'news:1.md',
  archive: 'news',
  path: '1.md',
  title: 'One',
  titleLanguage: 'en',
  publishedOn: '2021-05-01',
  isDateEstimated: false,
  source: null,
  byline: null,
  sections: [],
  topics: [],
  originalUrl: null,
  language: 'en',
  excerpt: '',
  readingMinutes: 1,
  isRemovedUpstream: false,
  isBookmarked: false,
  isRead: true,
};
const eachOf =
  (...articles: readonly ArticleSummary[]) =>
  (isSo: (one: ArticleSummary) => boolean): boolean =>
    articles.every(isSo);

test('a row offers what it is not yet, and a link only where there is one', () => {
  expect(itemsOfRow(article)).toEqual(expect.arrayContaining(['bookmark', 'mark-unread']));
  expect(itemsOfRow(article)).not.toContain('copy-link');
  const other = { ...article, isBookmarked: true, isRead: false, originalUrl: 'https://example.org/1' };
  expect(itemsOfRow(other)).toEqual(expect.arrayContaining(['remove-bookmark', 'mark-read', 'copy-link']));
});

test('rows that differ are offered both ways', () => {
  const mixed = itemsOfSelection(eachOf(article, { ...article, isBookmarked: true, isRead: false }), 2);
  expect(mixed).toEqual(expect.arrayContaining(['bookmark', 'remove-bookmark', 'mark-read', 'mark-unread', 'copy-list']));
  expect(itemsOfSelection(eachOf(article, article), 2)).not.toContain('mark-read');
});

test('too many to be bookmarked or listed at once are still marked and exported', () => {
  const items = itemsOfSelection(eachOf(article), 200_000);
  expect(items).not.toContain('bookmark');
  expect(items).not.toContain('copy-list');
  expect(items).toEqual(expect.arrayContaining(['mark-unread', 'export']));
});
