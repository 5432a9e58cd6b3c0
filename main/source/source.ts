/** The one shape of every kind of origin: what `sync/` sees of a Git repository over HTTP, a folder, a snapshot. */

/** A file of a state of the archive. */
export interface FileEntry {
  /** `/`-separated, decoded as UTF-8, or as GBK/Latin-1 where it is not UTF-8; unique within a listing. */
  readonly path: string;
  /** Git blob id (40 or 64 hex digits); sources that are not Git compute the same id from the content. */
  readonly oid: string;
}

/** The state an origin offers now. */
export interface SourceHead {
  /** Commit id; where there is no commit (folder, snapshot) a digest of paths and ids. Equal ids mean equal content. */
  readonly id: string;
}

/** What changed between the state last completed and the head. `removed` holds paths. */
export interface SourceChanges {
  /** True: `present` is every file of the head (first sync, or the old state is unknown); false: only new or changed ones. */
  readonly isComplete: boolean;
  readonly present: readonly FileEntry[];
  readonly removed: readonly string[];
  /** Day (`YYYY-MM-DD`, UTC) of the head commit. */
  readonly headDay: string;
}

export interface FetchedFile {
  readonly entry: FileEntry;
  readonly bytes: Uint8Array;
}

export interface SkippedFile {
  readonly entry: FileEntry;
  readonly code: 'page-too-large' | 'page-unreadable';
  readonly message: string;
}

/** One verified portion; everything in it can be committed before the next is asked for. */
export interface FileBatch {
  readonly files: readonly FetchedFile[];
  readonly skipped: readonly SkippedFile[];
}

/** Objects of the state last completed that the library already holds: bases for thin packs and for the tree diff. */
export interface KnownObjects {
  /** Head id of the last completed state; null on a first sync. */
  readonly head: string | null;
  /**
   * A state whose commit and trees are held but whose files may not be: that of an unfinished sync. A listing can be sent as a
   * difference to it, files cannot. Absent or null: there is none.
   */
  readonly listedHead?: string | null;
  /** Any commit, tree or blob by id; undefined where it is not held. */
  read(oid: string): { readonly type: 'commit' | 'tree' | 'blob'; readonly content: Uint8Array } | undefined;
}

export interface GitObject {
  readonly oid: string;
  readonly type: 'commit' | 'tree';
  readonly content: Uint8Array;
}

export interface TransferCount {
  bytesDown: number;
  bytesUp: number;
}

export interface Source {
  /** Bytes moved so far by this source, both ways, HTTP headers not counted. */
  readonly transfer: Readonly<TransferCount>;
  /** Asks the origin for its newest state. */
  readHead(signal: AbortSignal): Promise<SourceHead>;
  /** Compares `head` with what is known. `objects` are the commit and trees to keep for the next comparison. */
  readChanges(
    head: SourceHead,
    known: KnownObjects,
    signal: AbortSignal,
  ): Promise<{ readonly changes: SourceChanges; readonly objects: readonly GitObject[] }>;
  /** Contents of the wanted files, in the order wanted, portion by portion. `known` serves as in `readChanges`. */
  readFiles(head: SourceHead, wanted: readonly FileEntry[], known: KnownObjects, signal: AbortSignal): AsyncIterable<FileBatch>;
  close(): Promise<void>;
}

export type SourceFailureCode =
  | 'cancelled'
  | 'origin-not-understood'
  | 'not-a-repository'
  | 'origin-not-found'
  | 'origin-needs-login'
  | 'origin-forbidden'
  | 'empty-repository'
  | 'host-not-found'
  | 'connection-failed'
  | 'tls-failed'
  | 'timed-out'
  | 'proxy-failed'
  | 'proxy-needs-login'
  | 'proxy-refused'
  | 'proxy-script-failed'
  | 'certificate-file-unusable'
  | 'too-many-requests'
  | 'server-failed'
  | 'bad-response'
  | 'damaged-transfer'
  | 'too-large'
  | 'disk-full'
  | 'disk-failed';

/** What every source throws; nothing else leaves `source/`. `details` never hold a password. */
export class SourceFailure extends Error {
  override readonly name = 'SourceFailure';
  constructor(
    readonly code: SourceFailureCode,
    message: string,
    readonly details: Readonly<Record<string, string | number>> = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
