import type { PaneName } from '#renderer/state/pane-layout.ts';
/** The reader asked for a pane: where columns are hidden it comes to the front, and it takes the focus. */
export class PaneRequestedEvent extends Event {
  static readonly type = 'op-pane-requested';
  readonly pane: PaneName;

  constructor(pane: PaneName) {
    super(PaneRequestedEvent.type, { bubbles: true, composed: true });
    this.pane = pane;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-pane-requested': PaneRequestedEvent;
  }
}
