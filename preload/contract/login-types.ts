/** A server that asks for a name and a password, as the reader told it to the application. */
export interface KnownLogin {
  /** Scheme, host and port: it is sent there and nowhere else. */
  readonly origin: string;
  readonly userName: string;
  /**
   * 'encrypted': in the library; 'memory': until the application ends; 'open': unencrypted in the library, in the address of an
   * archive, where the command line or an older version wrote it and no keychain is there to take it.
   */
  readonly kept: 'encrypted' | 'memory' | 'open';
}
