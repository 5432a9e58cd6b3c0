/** The name under which a search is to be saved. */
export class SearchNamedEvent extends Event {
  static readonly type = 'op-search-named';
  readonly query: string;
  readonly name: string;

  constructor(query: string, name: string) {
    super(SearchNamedEvent.type, { bubbles: true, composed: true });
    this.query = query;
    this.name = name;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-search-named': SearchNamedEvent;
  }
}
