/** A server that asks for a name and a password, as the reader told it to the application. */
export interface KnownLogin {
  /** Scheme, host and port: it is sent there and nowhere else. */
  readonly origin: string;
  readonly userName: string;
  /** Encrypted in the library; otherwise it is forgotten when the application ends. */
  readonly isKept: boolean;
}
