import type { SettingStep } from '#renderer/state/setting-rows.ts';

/** The reader wants something done that stands beside a setting. */
export class SettingStepEvent extends Event {
  static readonly type = 'op-setting-step';
  readonly step: SettingStep;

  constructor(step: SettingStep) {
    super(SettingStepEvent.type, { bubbles: true, composed: true });
    this.step = step;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-setting-step': SettingStepEvent;
  }
}
