/** What the bar over the list can do with the rows that are selected. */
export type SelectionStep = 'bookmark' | 'tags' | 'read' | 'export' | 'copy-list' | 'end';

export class SelectionStepEvent extends Event {
  static readonly type = 'op-selection-step';
  readonly step: SelectionStep;

  constructor(step: SelectionStep) {
    super(SelectionStepEvent.type, { bubbles: true, composed: true });
    this.step = step;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-selection-step': SelectionStepEvent;
  }
}
