export type SyncStep = 'pause' | 'resume' | 'cancel';

/** The reader wants the sync that runs, or was paused, to go another way. */
export class SyncStepRequestedEvent extends Event {
  static readonly type = 'op-sync-step-requested';
  readonly step: SyncStep;

  constructor(step: SyncStep) {
    super(SyncStepRequestedEvent.type, { bubbles: true, composed: true });
    this.step = step;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-sync-step-requested': SyncStepRequestedEvent;
  }
}
