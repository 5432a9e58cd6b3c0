/** The reader asked what can be done with a row. */
export class RowMenuRequestedEvent extends Event {
  static readonly type = 'op-row-menu-requested';
  readonly index: number;
  /** In CSS pixels of the window; null: at the pointer. */
  readonly at: { readonly x: number; readonly y: number } | null;

  constructor(index: number, at: { readonly x: number; readonly y: number } | null) {
    super(RowMenuRequestedEvent.type, { bubbles: true, composed: true });
    this.index = index;
    this.at = at;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-row-menu-requested': RowMenuRequestedEvent;
  }
}
