/** A view has opened or closed the dialog that it holds. */
export class DialogToggledEvent extends Event {
  static readonly type = 'op-dialog-toggled';

  constructor() {
    super(DialogToggledEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-dialog-toggled': DialogToggledEvent;
  }
}
