/** The reader has opened the list of related articles. */
export class RelatedWantedEvent extends Event {
  static readonly type = 'op-related-wanted';

  constructor() {
    super(RelatedWantedEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-related-wanted': RelatedWantedEvent;
  }
}
