import type { UpdateChoice } from '#preload/contract/update-types.ts';

export type UpdateStep =
  | { readonly kind: 'check' | 'download' | 'cancel' | 'takeFile' | 'install' }
  | { readonly kind: 'choose'; readonly choice: UpdateChoice }
  | { readonly kind: 'choose'; readonly mirrors: readonly string[] };

/** The reader wants something done about new versions. */
export class UpdateStepEvent extends Event {
  static readonly type = 'op-update-step';
  readonly step: UpdateStep;

  constructor(step: UpdateStep) {
    super(UpdateStepEvent.type);
    this.step = step;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-update-step': UpdateStepEvent;
  }
}
