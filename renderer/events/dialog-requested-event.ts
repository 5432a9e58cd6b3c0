/** The reader wants to see how the network is reached, or what the application does for privacy, or whether a newer one exists. */
export class DialogRequestedEvent extends Event {
  static readonly type = 'op-dialog-requested';
  readonly dialog: 'network' | 'privacy' | 'updates';

  constructor(dialog: 'network' | 'privacy' | 'updates') {
    super(DialogRequestedEvent.type, { bubbles: true, composed: true });
    this.dialog = dialog;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-dialog-requested': DialogRequestedEvent;
  }
}
