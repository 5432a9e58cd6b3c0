/** A search is to leave the history; null for all of them. */
export class SearchForgottenEvent extends Event {
  static readonly type = 'op-search-forgotten';
  readonly query: string | null;

  constructor(query: string | null) {
    super(SearchForgottenEvent.type, { bubbles: true, composed: true });
    this.query = query;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-search-forgotten': SearchForgottenEvent;
  }
}
