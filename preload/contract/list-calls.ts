import * as v from 'valibot';
import { articleSelection } from './article-selection.ts';
import { answering } from './call-definition.ts';
import { type RowMenuItem, rowMenuItems } from './menu-types.ts';

const pixel = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(100_000));

/** What is done with the rows of a list that are selected. */
export const listCalls = {
  /** Answers how many articles there are of those chosen; at most `maximumIds` can be bookmarked at once. */
  'articles.mark': answering<{ readonly articles: number }>()(
    v.strictObject({
      selection: articleSelection,
      isBookmarked: v.exactOptional(v.boolean()),
      isRead: v.exactOptional(v.boolean()),
    }),
  ),
  /** Puts titles, addresses, sources and days on the clipboard, a line each; at most `maximumIds`. */
  'articles.copyList': answering<{ readonly articles: number }>()(v.strictObject({ selection: articleSelection })),
  /** Opens a menu of the system and answers what was chosen; null for nothing. Without a place it opens at the pointer. */
  'menus.open': answering<RowMenuItem | null>()(
    v.strictObject({
      items: v.pipe(v.array(v.picklist(rowMenuItems)), v.minLength(1), v.maxLength(30)),
      at: v.nullable(v.strictObject({ x: pixel, y: pixel })),
    }),
  ),
} as const;
