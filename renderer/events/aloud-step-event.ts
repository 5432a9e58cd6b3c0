/** What the reader wants of the reading aloud. */
export type AloudStep =
  | { readonly kind: 'toggle' | 'next' | 'previous' | 'stop' }
  | { readonly kind: 'speed'; readonly speed: number }
  | { readonly kind: 'voice'; readonly id: string };

export class AloudStepEvent extends Event {
  static readonly type = 'op-aloud-step';
  readonly step: AloudStep;

  constructor(step: AloudStep) {
    super(AloudStepEvent.type, { bubbles: true, composed: true });
    this.step = step;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-aloud-step': AloudStepEvent;
  }
}
