/**
 * Everything that can go wrong and that a reader can meet, as a closed list. A code names what happened, never where in
 * the program; the words for each, in every language, are in the message catalogue under the same code.
 */
export const failureCodes = [
  // the call itself
  'bad-input',
  'not-allowed',
  'cancelled',
  'not-found',
  'internal',
  // an origin, before anything is fetched
  'origin-not-understood',
  'archive-exists',
  'not-a-repository',
  'origin-not-found',
  'origin-needs-login',
  'origin-forbidden',
  'empty-repository',
  'no-pages',
  // the way to it
  'host-not-found',
  'connection-failed',
  'tls-failed',
  'timed-out',
  'too-many-requests',
  'server-failed',
  'bad-response',
  'damaged-transfer',
  'too-large',
  'proxy-failed',
  'proxy-needs-login',
  'proxy-refused',
  'proxy-script-failed',
  'certificate-file-unusable',
  // this machine
  'library-busy',
  'library-newer',
  'library-damaged',
  'library-read-only',
  'disk-full',
  'disk-failed',
  'place-not-writable',
  'no-pdf-viewer',
  // updates of the application itself; the one that is running stays as it is
  'update-no-place',
  'update-unsigned',
  'update-replayed',
  'update-older',
  'update-not-for-this',
  'update-damaged',
  'update-not-installed',
  // one page; it is skipped and reported, the sync goes on
  'page-not-text',
  'page-too-large',
  'page-unreadable',
] as const;

export type FailureCode = (typeof failureCodes)[number];

/** A failure as data: what crosses the border and what `--json` prints. `details` fill the places in the message. */
export interface Failure {
  readonly code: FailureCode;
  /** English, for logs and the command line; the window shows the catalogue's words for `code` instead. */
  readonly message: string;
  readonly details?: Readonly<Record<string, string | number>>;
}

/** The answer to every call. A refusal is an answer, never silence. */
export type Answer<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly failure: Failure };
