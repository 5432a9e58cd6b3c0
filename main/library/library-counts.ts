import { countArticles } from '#main/store/archive/article-rows.ts';
import { countAllArticles } from '#main/store/archive/counts.ts';
import type { LibraryCounts } from '#preload/contract/library-types.ts';
import { bookmarkedKeys } from './bookmarked-keys.ts';
import type { Library } from './library.ts';
import { countUnread } from './unread-days.ts';

export function libraryCounts(library: Library): LibraryCounts {
  return {
    all: countAllArticles(library.archive),
    unread: countUnread(library),
    bookmarked: bookmarkedKeys(library).length,
    removed: countArticles(library.archive, { kind: 'removed' }),
  };
}
