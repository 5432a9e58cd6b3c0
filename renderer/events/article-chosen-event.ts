/** The reader asked to open an article. */
export class ArticleChosenEvent extends Event {
  static readonly type = 'op-article-chosen';
  readonly id: string;
  /** In a tab of its own, beside the present one. */
  readonly isInNewTab: boolean;

  constructor(id: string, isInNewTab = false) {
    super(ArticleChosenEvent.type, { bubbles: true, composed: true });
    this.id = id;
    this.isInNewTab = isInNewTab;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-article-chosen': ArticleChosenEvent;
  }
}
