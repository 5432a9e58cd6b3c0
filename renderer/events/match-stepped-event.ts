/** The next match in the article is wanted, or the one before. */
export class MatchSteppedEvent extends Event {
  static readonly type = 'op-match-stepped';
  readonly direction: 1 | -1;

  constructor(direction: 1 | -1) {
    super(MatchSteppedEvent.type, { bubbles: true, composed: true });
    this.direction = direction;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-match-stepped': MatchSteppedEvent;
  }
}
