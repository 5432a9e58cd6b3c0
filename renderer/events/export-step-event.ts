import type { ExportOptions, ExportSelection } from '#preload/contract/export-types.ts';

/** What the reader wants of exports. */
export type ExportStep =
  | { readonly kind: 'start'; readonly selection: ExportSelection; readonly options: ExportOptions }
  /** Of one of them; 'details': all that is to be told of it; 'forget': it has ended, and was seen. */
  | {
      readonly kind: 'pause' | 'resume' | 'stop' | 'reveal' | 'open' | 'retry' | 'details' | 'back' | 'forget';
      readonly id: string;
    }
  | { readonly kind: 'close' | 'close-queue' }
  /** From the line at the foot: shows how they stand. */
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
