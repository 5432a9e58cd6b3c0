/** What the store throws; the codes are a part of the contract's closed list. */
export type StoreFailureCode =
  | 'library-newer'
  | 'library-damaged'
  | 'library-read-only'
  | 'disk-full'
  | 'disk-failed'
  | 'library-busy'
  | 'not-found'
  | 'archive-exists';

export class StoreFailure extends Error {
  override readonly name = 'StoreFailure';
  constructor(
    readonly code: StoreFailureCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

interface Meaning {
  readonly prefix: string;
  readonly code: StoreFailureCode;
  readonly message: string;
}

/** SQLite's extended codes begin with the plain one: SQLITE_BUSY_SNAPSHOT, SQLITE_IOERR_WRITE. */
const meanings: readonly Meaning[] = [
  { prefix: 'SQLITE_FULL', code: 'disk-full', message: 'The disk is full' },
  { prefix: 'SQLITE_IOERR', code: 'disk-failed', message: 'The disk could not be read or written' },
  { prefix: 'SQLITE_CORRUPT', code: 'library-damaged', message: 'The library file is damaged' },
  { prefix: 'SQLITE_NOTADB', code: 'library-damaged', message: 'The library file is not a database' },
  { prefix: 'SQLITE_READONLY', code: 'library-read-only', message: 'The library cannot be written to' },
  { prefix: 'SQLITE_CANTOPEN', code: 'library-read-only', message: 'The library cannot be opened' },
  { prefix: 'SQLITE_PERM', code: 'library-read-only', message: 'The library cannot be opened' },
  { prefix: 'SQLITE_BUSY', code: 'library-busy', message: 'Another process is using the library' },
  { prefix: 'SQLITE_PROTOCOL', code: 'library-busy', message: 'Another process is using the library' },
  { prefix: 'SQLITE_LOCKED', code: 'library-busy', message: 'Another process is using the library' },
];

const systemMeanings: Readonly<Record<string, StoreFailureCode>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EIO: 'disk-failed',
  EROFS: 'library-read-only',
  EACCES: 'library-read-only',
  EPERM: 'library-read-only',
  EEXIST: 'library-read-only',
  ENOTDIR: 'library-read-only',
};

/** The typed failure behind an error of SQLite or of the file system; any other error comes back as it is. */
export function asStoreFailure(error: unknown): unknown {
  if (error instanceof StoreFailure || !(error instanceof Error) || !('code' in error)) return error;
  const { code } = error;
  if (typeof code !== 'string') return error;
  const meaning = meanings.find(({ prefix }) => code.startsWith(prefix));
  if (meaning) return new StoreFailure(meaning.code, `${meaning.message} (${error.message})`, { cause: error });
  const systemCode = systemMeanings[code];
  return systemCode ? new StoreFailure(systemCode, error.message, { cause: error }) : error;
}
