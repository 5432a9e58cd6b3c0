/** The marks in the article are wanted no more. */
export class FindClosedEvent extends Event {
  static readonly type = 'op-find-closed';

  constructor() {
    super(FindClosedEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-find-closed': FindClosedEvent;
  }
}
