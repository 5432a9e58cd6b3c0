/** The name and the password that the reader gave for a server. */
export class SignInSubmittedEvent extends Event {
  static readonly type = 'op-sign-in-submitted';
  readonly userName: string;
  readonly password: string;

  constructor(userName: string, password: string) {
    super(SignInSubmittedEvent.type, { bubbles: true, composed: true });
    this.userName = userName;
    this.password = password;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-sign-in-submitted': SignInSubmittedEvent;
  }
}
