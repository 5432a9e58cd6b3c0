/** The reader asked to remove an archive; nothing is removed before the question is answered. */
export class ArchiveRemovalRequestedEvent extends Event {
  static readonly type = 'op-archive-removal-requested';
  readonly archiveId: string;

  constructor(archiveId: string) {
    super(ArchiveRemovalRequestedEvent.type, { bubbles: true, composed: true });
    this.archiveId = archiveId;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-archive-removal-requested': ArchiveRemovalRequestedEvent;
  }
}
