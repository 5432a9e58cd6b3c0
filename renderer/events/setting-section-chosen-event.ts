import type { SettingSection } from '#renderer/state/setting-sections.ts';

/** The reader goes to a section of the settings. */
export class SettingSectionChosenEvent extends Event {
  static readonly type = 'op-setting-section-chosen';
  readonly section: SettingSection;

  constructor(section: SettingSection) {
    super(SettingSectionChosenEvent.type, { bubbles: true, composed: true });
    this.section = section;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-setting-section-chosen': SettingSectionChosenEvent;
  }
}
