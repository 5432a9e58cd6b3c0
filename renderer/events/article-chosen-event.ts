/** The reader asked to open an article. */
export class ArticleChosenEvent extends Event {
  static readonly type = 'op-article-chosen';
  readonly id: string;

  constructor(id: string) {
    super(ArticleChosenEvent.type, { bubbles: true, composed: true });
    this.id = id;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-article-chosen': ArticleChosenEvent;
  }
}
