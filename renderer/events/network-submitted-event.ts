import type { NetworkSetting } from '#preload/contract/network-types.ts';

/** The reader wants the network to be reached like this from now on. */
export class NetworkSubmittedEvent extends Event {
  static readonly type = 'op-network-submitted';
  readonly setting: NetworkSetting;

  constructor(setting: NetworkSetting) {
    super(NetworkSubmittedEvent.type, { bubbles: true, composed: true });
    this.setting = setting;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-network-submitted': NetworkSubmittedEvent;
  }
}
