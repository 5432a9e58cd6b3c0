/** The reader followed an address that leads out of the application; the question comes first. */
export class OutsideLinkRequestedEvent extends Event {
  static readonly type = 'op-outside-link-requested';
  readonly url: string;

  constructor(url: string) {
    super(OutsideLinkRequestedEvent.type, { bubbles: true, composed: true });
    this.url = url;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-outside-link-requested': OutsideLinkRequestedEvent;
  }
}
