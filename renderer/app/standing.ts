import type { ReactiveController } from 'lit';
import type { ListPosition, Standing } from '#renderer/state/window-history.ts';
import type { OpArticleFrame } from '#renderer/components/op-article-frame.ts';
import type { OpArticleList } from '#renderer/components/op-article-list.ts';
import type { OpArticleView } from '#renderer/views/op-article-view.ts';
import type { OpListView } from '#renderer/views/op-list-view.ts';

interface ShownViews {
  readonly list: OpListView | null;
  readonly article: OpArticleView | null;
}

/** What a place is brought back to. null: it stays as it is. */
export interface Wish {
  readonly list: ListPosition | null;
  readonly paragraph: { readonly articleId: string; readonly id: string } | null;
}

const listIn = (view: OpListView | null) => view?.renderRoot.querySelector('op-article-list') ?? null;
const frameIn = (view: OpArticleView | null) => view?.renderRoot.querySelector('op-article-frame') ?? null;

const isFrameOf = (frame: OpArticleFrame, articleId: string): boolean =>
  frame.address !== null && frame.subject.includes(`/${encodeURIComponent(articleId)}?`);

/** How far the reader is now. A list or article that is on its way has no place yet. */
export const standingOf = ({ list: listView, article: view }: ShownViews, articleId: string | null): Standing => {
  const list = listIn(listView);
  const isListThere = list !== null && list.ariaBusy !== 'true' && list.total > 0;
  return {
    list: isListThere ? { ...list.viewport.position, activeIndex: list.activeIndex } : null,
    paragraph: view && view.articleId === articleId ? view.places.place?.anchor || null : null,
  };
};

const standAt = async (list: OpArticleList, { index, hiddenPx, activeIndex }: ListPosition): Promise<void> => {
  const isFocused = list.matches(':focus-within');
  list.activeIndex = Math.min(activeIndex, list.total - 1);
  list.scrollTop = list.viewport.offsetOf(index) + hiddenPx;
  // At once: else the list would hold on to the row that the keyboard stood on.
  list.dispatchEvent(new Event('scroll'));
  await list.updateComplete;
  if (!isFocused) return;
  const row = list.renderRoot.querySelector<HTMLElement>(`[data-index="${list.activeIndex}"] [role="option"]`);
  row?.focus({ preventScroll: true });
};

/**
 * Brings list and article back to where the reader was, as soon as they are there: rows and page are fetched first. A wish that
 * another one follows is given up.
 */
export class StandingController implements ReactiveController {
  private readonly views: () => ShownViews;
  private wish: Wish = { list: null, paragraph: null };
  private focused: string | null = null;
  private readonly watched = new Set<OpListView | OpArticleView>();

  constructor(views: () => ShownViews) {
    this.views = views;
  }

  hostUpdated(): void {
    const { list, article } = this.views();
    if (list && !this.watched.has(list)) list.addController({ hostUpdated: () => this.standList() });
    if (article && !this.watched.has(article)) article.addController({ hostUpdated: () => this.standArticle() });
    for (const view of [list, article]) if (view) this.watched.add(view);
  }

  /** Where the reader goes on by himself, nothing is brought back any more. */
  forget(): void {
    this.wish = { list: null, paragraph: null };
    this.focused = null;
  }

  /** To be called when the views know of the place, and have begun to fetch what it shows. */
  restore(wish: Wish): void {
    this.wish = wish;
    this.standList();
    this.standArticle();
  }

  /** Gives the focus to the article, when its page is there. */
  focusArticle(articleId: string | null): void {
    this.focused = articleId;
    this.standArticle();
  }

  private standList(): void {
    const { list: position } = this.wish;
    const list = listIn(this.views().list);
    if (!position || !list || list.ariaBusy === 'true') return;
    this.wish = { ...this.wish, list: null };
    void list.updateComplete.then(() => standAt(list, position));
  }

  private standArticle(): void {
    const { paragraph } = this.wish;
    const frame = frameIn(this.views().article);
    if (!frame) return;
    if (this.focused !== null && isFrameOf(frame, this.focused)) {
      this.focused = null;
      void frame.updateComplete.then(() => frame.focus());
    }
    if (!paragraph || !isFrameOf(frame, paragraph.articleId)) return;
    this.wish = { ...this.wish, paragraph: null };
    void frame.updateComplete.then(() => frame.goTo(paragraph.id));
  }
}
