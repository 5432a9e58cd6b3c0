/** The places of an archive as the reader wants them, the preferred one first. */
export class PlacesSubmittedEvent extends Event {
  static readonly type = 'op-places-submitted';
  readonly origins: readonly string[];

  constructor(origins: readonly string[]) {
    super(PlacesSubmittedEvent.type, { bubbles: true, composed: true });
    this.origins = origins;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-places-submitted': PlacesSubmittedEvent;
  }
}
