/** What is known of a server is to be forgotten. */
export class SignOutRequestedEvent extends Event {
  static readonly type = 'op-sign-out-requested';
  /** Scheme, host and port. */
  readonly origin: string;

  constructor(origin: string) {
    super(SignOutRequestedEvent.type, { bubbles: true, composed: true });
    this.origin = origin;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-sign-out-requested': SignOutRequestedEvent;
  }
}
