/** The reader asked for a sync of all archives, or of the named ones. */
export class SyncRequestedEvent extends Event {
  static readonly type = 'op-sync-requested';
  readonly archiveIds: readonly string[] | null;

  constructor(archiveIds: readonly string[] | null) {
    super(SyncRequestedEvent.type, { bubbles: true, composed: true });
    this.archiveIds = archiveIds;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-sync-requested': SyncRequestedEvent;
  }
}
