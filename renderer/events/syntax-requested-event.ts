/** The reader wants to see how to search more exactly. */
export class SyntaxRequestedEvent extends Event {
  static readonly type = 'op-syntax-requested';

  constructor() {
    super(SyntaxRequestedEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-syntax-requested': SyntaxRequestedEvent;
  }
}
