import type { ExportOptions, ExportSelection } from '#preload/contract/export-types.ts';

/** What the reader wants of an export. */
export type ExportStep =
  | { readonly kind: 'start'; readonly selection: ExportSelection; readonly options: ExportOptions }
  | { readonly kind: 'pause' | 'resume' | 'stop' | 'reveal' | 'back' | 'close' }
  /** From the line at the foot: shows how it stands. */
  | { readonly kind: 'show' };

export class ExportStepEvent extends Event {
  static readonly type = 'op-export-step';
  readonly step: ExportStep;

  constructor(step: ExportStep) {
    super(ExportStepEvent.type, { bubbles: true, composed: true });
    this.step = step;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-export-step': ExportStepEvent;
  }
}
