/** The reader asked to stop the running sync. */
export class SyncCancelRequestedEvent extends Event {
  static readonly type = 'op-sync-cancel-requested';

  constructor() {
    super(SyncCancelRequestedEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-sync-cancel-requested': SyncCancelRequestedEvent;
  }
}
