/** The reader wants an article bookmarked, or not any more. */
export class BookmarkToggledEvent extends Event {
  static readonly type = 'op-bookmark-toggled';
  readonly id: string;
  readonly isBookmarked: boolean;

  constructor(id: string, isBookmarked: boolean) {
    super(BookmarkToggledEvent.type, { bubbles: true, composed: true });
    this.id = id;
    this.isBookmarked = isBookmarked;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-bookmark-toggled': BookmarkToggledEvent;
  }
}
