/** The reader asked for the dialog that adds an archive. */
export class AddArchiveRequestedEvent extends Event {
  static readonly type = 'op-add-archive-requested';
  /** What to begin with in the dialog; empty for nothing. */
  readonly origin: string;

  constructor(origin = '') {
    super(AddArchiveRequestedEvent.type, { bubbles: true, composed: true });
    this.origin = origin;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-add-archive-requested': AddArchiveRequestedEvent;
  }
}
