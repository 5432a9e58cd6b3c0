import type { GitContent, HashName } from '../git/git-object.ts';

/** The objects of a repository that lies on this machine. Reads are synchronous: they go to the disk and never further. */
export interface ObjectStore {
  readonly hashName: HashName;
  /** Undefined where it is not held. Its id is not checked. */
  read(oid: string): GitContent | undefined;
  /** Bytes of its content, found without reading it whole; undefined where it is not held. */
  sizeOf(oid: string): number | undefined;
  close(): void;
}

/** Larger objects are never read: no listing is so large, and pages have a limit of their own. */
export const maximumObjectBytes = 64 * 1024 * 1024;
