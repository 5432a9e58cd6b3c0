/** The reader wants to choose a file of certificates. */
export class CertificatesRequestedEvent extends Event {
  static readonly type = 'op-certificates-requested';

  constructor() {
    super(CertificatesRequestedEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'op-certificates-requested': CertificatesRequestedEvent;
  }
}
