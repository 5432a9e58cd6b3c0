/** The reader chose a tab or closed one; `index` from 0. */
export class TabStepEvent extends Event {
  static readonly type = 'op-tab-step';
  readonly step: 'show' | 'close';
  readonly index: number;

  constructor(step: 'show' | 'close', index: number) {
    super(TabStepEvent.type, { bubbles: true, composed: true });
    this.step = step;
    this.index = index;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-tab-step': TabStepEvent;
  }
}
