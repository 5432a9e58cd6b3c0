import type { Settings } from '#preload/contract/library-types.ts';
/** The reader changed a setting. */
export class SettingsChosenEvent extends Event {
  static readonly type = 'op-settings-chosen';
  readonly change: Partial<Settings>;

  constructor(change: Partial<Settings>) {
    super(SettingsChosenEvent.type, { bubbles: true, composed: true });
    this.change = change;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-settings-chosen': SettingsChosenEvent;
  }
}
