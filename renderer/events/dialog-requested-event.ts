/** The reader wants to see how the network is reached, or what the application does for privacy. */
export class DialogRequestedEvent extends Event {
  static readonly type = 'op-dialog-requested';
  readonly dialog: 'network' | 'privacy';

  constructor(dialog: 'network' | 'privacy') {
    super(DialogRequestedEvent.type, { bubbles: true, composed: true });
    this.dialog = dialog;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-dialog-requested': DialogRequestedEvent;
  }
}
