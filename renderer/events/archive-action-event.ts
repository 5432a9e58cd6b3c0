/** What can be done with one archive from its menu. */
export type ArchiveAction =
  'sync' | 'places' | 'pictures-all' | 'pictures-opened' | 'pictures-none' | 'completeness' | 'sync-log' | 'share' | 'remove';

/** The reader chose something from the menu of an archive; nothing has been done yet. */
export class ArchiveActionEvent extends Event {
  static readonly type = 'op-archive-action';
  readonly archiveId: string;
  readonly action: ArchiveAction;

  constructor(archiveId: string, action: ArchiveAction) {
    super(ArchiveActionEvent.type, { bubbles: true, composed: true });
    this.archiveId = archiveId;
    this.action = action;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-archive-action': ArchiveActionEvent;
  }
}
