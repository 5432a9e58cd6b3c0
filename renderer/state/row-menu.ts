import type { ArticleSummary } from '#preload/contract/library-types.ts';
import { maximumIds } from '#preload/contract/list-types.ts';
import type { RowMenuItem } from '#preload/contract/menu-types.ts';

/** What the menu of one row holds. */
export const itemsOfRow = ({ isBookmarked, isRead, originalUrl }: ArticleSummary): readonly RowMenuItem[] => [
  'open',
  'show-original',
  'line',
  isBookmarked ? 'remove-bookmark' : 'bookmark',
  isRead ? 'mark-unread' : 'mark-read',
  'tags',
  'line',
  'export',
  'line',
  'copy-title',
  ...(originalUrl === null ? [] : (['copy-link'] as const)),
  'copy-quotation',
];

/** That of the rows that are selected; `isEach` tells whether all of those known are so. */
export const itemsOfSelection = (
  isEach: (isSo: (article: ArticleSummary) => boolean) => boolean,
  articles: number,
): readonly RowMenuItem[] => [
  ...(isEach((article) => article.isBookmarked) || articles > maximumIds ? [] : (['bookmark'] as const)),
  ...(isEach((article) => !article.isBookmarked) ? [] : (['remove-bookmark'] as const)),
  ...(isEach((article) => article.isRead) ? [] : (['mark-read'] as const)),
  ...(isEach((article) => !article.isRead) ? [] : (['mark-unread'] as const)),
  ...(articles > maximumIds ? [] : (['tags'] as const)),
  'line',
  'export',
  ...(articles > maximumIds ? [] : (['copy-list'] as const)),
  'line',
  'select-none',
];
