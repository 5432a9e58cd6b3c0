/** The reader took the next step that a notice or an empty state offers. */
export class StepTakenEvent extends Event {
  static readonly type = 'op-step-taken';

  constructor() {
    super(StepTakenEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-step-taken': StepTakenEvent;
  }
}
