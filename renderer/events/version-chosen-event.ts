/** The reader asked for a version of the open article: an earlier one, or with null the article as it is now. */
export class VersionChosenEvent extends Event {
  static readonly type = 'op-version-chosen';
  readonly version: number | null;

  constructor(version: number | null) {
    super(VersionChosenEvent.type, { bubbles: true, composed: true });
    this.version = version;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-version-chosen': VersionChosenEvent;
  }
}
