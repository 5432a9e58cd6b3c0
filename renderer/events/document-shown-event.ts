/** The frame of the article has loaded a document, and shows it alone. */
export class DocumentShownEvent extends Event {
  static readonly type = 'op-document-shown';

  constructor() {
    super(DocumentShownEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-document-shown': DocumentShownEvent;
  }
}
