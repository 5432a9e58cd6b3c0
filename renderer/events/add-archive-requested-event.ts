/** The reader asked for the dialog that adds an archive. */
export class AddArchiveRequestedEvent extends Event {
  static readonly type = 'op-add-archive-requested';

  constructor() {
    super(AddArchiveRequestedEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-add-archive-requested': AddArchiveRequestedEvent;
  }
}
