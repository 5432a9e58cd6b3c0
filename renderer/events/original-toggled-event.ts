/** The reader asked for the page as published, or back for the article. */
export class OriginalToggledEvent extends Event {
  static readonly type = 'op-original-toggled';

  constructor() {
    super(OriginalToggledEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-original-toggled': OriginalToggledEvent;
  }
}
