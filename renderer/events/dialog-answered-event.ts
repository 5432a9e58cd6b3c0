/** A dialog was closed: with its confirming button, or in any other way. */
export class DialogAnsweredEvent extends Event {
  static readonly type = 'op-dialog-answered';
  readonly isConfirmed: boolean;

  constructor(isConfirmed: boolean) {
    super(DialogAnsweredEvent.type, { bubbles: true, composed: true });
    this.isConfirmed = isConfirmed;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-dialog-answered': DialogAnsweredEvent;
  }
}
