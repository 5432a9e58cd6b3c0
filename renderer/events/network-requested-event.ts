/** The reader wants to see how the network is reached. */
export class NetworkRequestedEvent extends Event {
  static readonly type = 'op-network-requested';

  constructor() {
    super(NetworkRequestedEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-network-requested': NetworkRequestedEvent;
  }
}
