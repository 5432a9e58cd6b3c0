/** A separator was moved. */
export class PaneResizedEvent extends Event {
  static readonly type = 'op-pane-resized';
  readonly widthPx: number;
  readonly isFinal: boolean;

  constructor(widthPx: number, isFinal: boolean) {
    super(PaneResizedEvent.type, { bubbles: true, composed: true });
    this.widthPx = widthPx;
    this.isFinal = isFinal;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-pane-resized': PaneResizedEvent;
  }
}
