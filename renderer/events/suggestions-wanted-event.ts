/** What stands in the search field is to be completed. */
export class SuggestionsWantedEvent extends Event {
  static readonly type = 'op-suggestions-wanted';
  readonly text: string;

  constructor(text: string) {
    super(SuggestionsWantedEvent.type, { bubbles: true, composed: true });
    this.text = text;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-suggestions-wanted': SuggestionsWantedEvent;
  }
}
