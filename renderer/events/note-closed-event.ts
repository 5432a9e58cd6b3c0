/** The note that is shown beside its mark is to go. */
export class NoteClosedEvent extends Event {
  static readonly type = 'op-note-closed';
  /** The reader goes back to the mark; otherwise the focus is somewhere else already, or soon. */
  readonly isFocusWanted: boolean;

  constructor(isFocusWanted: boolean) {
    super(NoteClosedEvent.type, { bubbles: true, composed: true });
    this.isFocusWanted = isFocusWanted;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-note-closed': NoteClosedEvent;
  }
}
