/** Something else is looked for in the article; never fired while a composition is running. */
export class FindChangedEvent extends Event {
  static readonly type = 'op-find-changed';
  readonly text: string;

  constructor(text: string) {
    super(FindChangedEvent.type, { bubbles: true, composed: true });
    this.text = text;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-find-changed': FindChangedEvent;
  }
}
