import type { NetworkSetting } from '#preload/contract/network-types.ts';

/** The reader wants to know whether an archive can be reached by a setting; null: the running test is to end. */
export class NetworkTestRequestedEvent extends Event {
  static readonly type = 'op-network-test-requested';
  readonly wanted: { readonly setting: NetworkSetting; readonly origin: string } | null;

  constructor(wanted: NetworkTestRequestedEvent['wanted']) {
    super(NetworkTestRequestedEvent.type, { bubbles: true, composed: true });
    this.wanted = wanted;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-network-test-requested': NetworkTestRequestedEvent;
  }
}
