/** The reader wants to be at a heading of the open article. */
export class HeadingChosenEvent extends Event {
  static readonly type = 'op-heading-chosen';
  /** Id of the heading in the article's document. */
  readonly anchor: string;

  constructor(anchor: string) {
    super(HeadingChosenEvent.type, { bubbles: true, composed: true });
    this.anchor = anchor;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-heading-chosen': HeadingChosenEvent;
  }
}
