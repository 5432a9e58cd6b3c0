/** What can be done about the library as a whole. */
export type StorageStep = 'check' | 'stop' | 'open-folder' | 'wipe';

/** The reader wants something done about the library as a whole. */
export class StorageStepEvent extends Event {
  static readonly type = 'op-storage-step';
  readonly step: StorageStep;

  constructor(step: StorageStep) {
    super(StorageStepEvent.type, { bubbles: true, composed: true });
    this.step = step;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-storage-step': StorageStepEvent;
  }
}
