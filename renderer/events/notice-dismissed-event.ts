/** The reader has read a notice and wants it away. */
export class NoticeDismissedEvent extends Event {
  static readonly type = 'op-notice-dismissed';

  constructor() {
    super(NoticeDismissedEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-notice-dismissed': NoticeDismissedEvent;
  }
}
