import type { SettingsChange } from '#preload/contract/settings-types.ts';
/** The reader changed a setting. */
export class SettingsChosenEvent extends Event {
  static readonly type = 'op-settings-chosen';
  readonly change: SettingsChange;

  constructor(change: SettingsChange) {
    super(SettingsChosenEvent.type, { bubbles: true, composed: true });
    this.change = change;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-settings-chosen': SettingsChosenEvent;
  }
}
