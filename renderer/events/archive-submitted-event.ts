/** The form for a new archive was sent; an empty name means: take it from the origin. */
export class ArchiveSubmittedEvent extends Event {
  static readonly type = 'op-archive-submitted';
  readonly origin: string;
  readonly mirrors: readonly string[];
  readonly name: string;

  constructor(origin: string, mirrors: readonly string[], name: string) {
    super(ArchiveSubmittedEvent.type, { bubbles: true, composed: true });
    this.origin = origin;
    this.mirrors = mirrors;
    this.name = name;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-archive-submitted': ArchiveSubmittedEvent;
  }
}
