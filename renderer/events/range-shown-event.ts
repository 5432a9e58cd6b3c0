/** The list shows these rows, first and last included, with a margin around the visible ones. */
export class RangeShownEvent extends Event {
  static readonly type = 'op-range-shown';
  readonly first: number;
  readonly last: number;

  constructor(first: number, last: number) {
    super(RangeShownEvent.type, { bubbles: true, composed: true });
    this.first = first;
    this.last = last;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-range-shown': RangeShownEvent;
  }
}
