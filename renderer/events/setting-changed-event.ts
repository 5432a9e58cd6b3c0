import type { SettingChange } from '#renderer/state/setting-rows.ts';

/** The reader changed settings of any kind, or took changes back. */
export class SettingChangedEvent extends Event {
  static readonly type = 'op-setting-changed';
  readonly changes: readonly SettingChange[];

  constructor(changes: readonly SettingChange[]) {
    super(SettingChangedEvent.type, { bubbles: true, composed: true });
    this.changes = changes;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-setting-changed': SettingChangedEvent;
  }
}
