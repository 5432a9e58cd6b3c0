/** How the reader selects: one more or one less, from where the selection began to here, all, or nothing. */
export type RowsGesture = 'toggle' | 'range' | 'all' | 'none';

/** The reader selected rows of the list. */
export class RowsSelectedEvent extends Event {
  static readonly type = 'op-rows-selected';
  readonly gesture: RowsGesture;
  readonly index: number;
  /** Where the keyboard stood before. */
  readonly from: number;

  constructor(gesture: RowsGesture, index: number, from: number) {
    super(RowsSelectedEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.gesture = gesture;
    this.index = index;
    this.from = from;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-rows-selected': RowsSelectedEvent;
  }
}
