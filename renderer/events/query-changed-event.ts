/** The text of the search field changed; never fired while a composition is running. */
export class QueryChangedEvent extends Event {
  static readonly type = 'op-query-changed';
  readonly query: string;
  readonly isSubmitted: boolean;

  constructor(query: string, isSubmitted: boolean) {
    super(QueryChangedEvent.type, { bubbles: true, composed: true });
    this.query = query;
    this.isSubmitted = isSubmitted;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-query-changed': QueryChangedEvent;
  }
}
