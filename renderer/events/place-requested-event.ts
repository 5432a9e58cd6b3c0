/** The reader wants to choose a file or folder of this machine that holds an archive. */
export class PlaceRequestedEvent extends Event {
  static readonly type = 'op-place-requested';
  readonly kind: 'file' | 'folder';

  constructor(kind: 'file' | 'folder') {
    super(PlaceRequestedEvent.type, { bubbles: true, composed: true });
    this.kind = kind;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-place-requested': PlaceRequestedEvent;
  }
}
