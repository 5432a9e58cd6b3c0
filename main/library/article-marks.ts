import { addBookmark, removeBookmark } from '#main/store/reader/bookmarks.ts';
import { addReadMark, removeReadMark } from '#main/store/reader/read-marks.ts';
import type { ArticleId } from '#preload/contract/library-types.ts';
import { requireArticle } from './article-detail.ts';
import type { Library } from './library.ts';

export function setBookmark(library: Library, id: ArticleId, isBookmarked: boolean): void {
  const { key, title } = requireArticle(library, id);
  if (isBookmarked) addBookmark(library.reader, { key, articleId: id, title, atMs: Date.now() });
  else removeBookmark(library.reader, key);
}

export function setRead(library: Library, id: ArticleId, isRead: boolean): void {
  const { key } = requireArticle(library, id);
  if (isRead) addReadMark(library.reader, key, Date.now());
  else removeReadMark(library.reader, key);
}
