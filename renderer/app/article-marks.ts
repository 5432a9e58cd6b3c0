import type { LibraryController } from '#renderer/controllers/library-controller.ts';
import type { OpArticleView } from '#renderer/views/op-article-view.ts';
import type { OpListView } from '#renderer/views/op-list-view.ts';
import type { BridgeClient } from './bridge-client.ts';

interface MarkParts {
  readonly client: BridgeClient;
  readonly library: Pick<LibraryController, 'countBookmark'>;
  views(): { readonly list: OpListView | null; readonly article: OpArticleView | null };
}

/** What the reader's marks on articles look like at once, wherever they are shown, and how they are kept. */
export interface ArticleMarks {
  markRead(id: string): void;
  bookmark(id: string, isBookmarked: boolean): void;
}

export const createArticleMarks = ({ client, library, views }: MarkParts): ArticleMarks => {
  const showBookmark = (id: string, isBookmarked: boolean): void => {
    const { list, article } = views();
    list?.changeArticle(id, { isBookmarked });
    article?.changeArticle(id, { isBookmarked });
    library.countBookmark(isBookmarked ? 1 : -1);
  };
  return {
    markRead: (id) =>
      void client.call('articles.markRead', { id, isRead: true, isOpened: true }).then(
        () => {
          views().list?.changeArticle(id, { isRead: true });
          views().article?.changeArticle(id, { isRead: true });
        },
        // The article view tells about an article that is not there; a lost read mark is no news.
        () => undefined,
      ),
    bookmark: (id, isBookmarked) => {
      showBookmark(id, isBookmarked);
      // Taken back if it could not be stored.
      client.call('articles.bookmark', { id, isBookmarked }).catch(() => showBookmark(id, !isBookmarked));
    },
  };
};
