/** Why the dialog opened by itself: somebody's link, or something dropped that holds no archive. */
export type AddArchiveNotice =
  { readonly kind: 'offered' } | { readonly kind: 'several' } | { readonly kind: 'refused'; readonly name: string };

/** The reader asked for the dialog that adds an archive. */
export class AddArchiveRequestedEvent extends Event {
  static readonly type = 'op-add-archive-requested';
  /** What to begin with in the dialog; empty for nothing. */
  readonly origin: string;
  readonly mirrors: readonly string[];
  /** What the dialog says about it first. */
  readonly notice: AddArchiveNotice | null;

  constructor(origin = '', mirrors: readonly string[] = [], notice: AddArchiveNotice | null = null) {
    super(AddArchiveRequestedEvent.type, { bubbles: true, composed: true });
    this.origin = origin;
    this.mirrors = mirrors;
    this.notice = notice;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-add-archive-requested': AddArchiveRequestedEvent;
  }
}
