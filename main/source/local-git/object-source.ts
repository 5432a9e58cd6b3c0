import { heldCommit } from '../git/preparation.ts';
import { describeChanges } from '../git/read-changes.ts';
import { objectId, verifiedReader } from '../git/git-object.ts';
import { throwIfCancelled } from '../http/patience.ts';
import { isLfsPointer, lfsPointerMessage } from '../lfs-pointer.ts';
import { pageBatches } from '../page-batches.ts';
import type { SourceOptions } from '../source-options.ts';
import { type FetchedFile, type FileEntry, type SkippedFile, type Source, SourceFailure } from '../source.ts';
import type { ObjectStore } from './object-store.ts';

export interface OpenedObjects {
  /** Id of the commit. */
  readonly head: string;
  readonly store: ObjectStore;
}

/** A repository or bundle of this machine, whose objects can be read at any place. `open` is called once. */
export function createObjectSource(open: (signal: AbortSignal) => Promise<OpenedObjects>, options: SourceOptions): Source {
  const { isWanted, maximumFileBytes } = options;
  let opened: OpenedObjects | null = null;

  async function prepare(signal: AbortSignal): Promise<OpenedObjects> {
    throwIfCancelled(signal);
    opened ??= await guarded(async () => open(signal));
    return opened;
  }

  return {
    transfer: { bytesDown: 0, bytesUp: 0 },
    async readHead(signal) {
      return { id: (await prepare(signal)).head };
    },
    async readChanges(head, known, signal) {
      const { store } = await prepare(signal);
      const readKnown = verifiedReader((oid) => known.read(oid));
      const readStored = verifiedReader((oid) => store.read(oid));
      const described = await guarded(() =>
        describeChanges({
          head: head.id,
          have: heldCommit(known.head, readKnown),
          isWanted,
          read: (oid) => readStored(oid) ?? readKnown(oid),
        }),
      );
      if (described !== null) return described;
      throw new SourceFailure('damaged-transfer', 'the repository does not hold its whole listing, or a part of it is damaged');
    },
    async *readFiles(_head, wanted, _known, signal) {
      const { store } = await prepare(signal);
      yield* pageBatches(wanted, async (entry) => guarded(() => readPage(store, entry, maximumFileBytes)), signal);
    },
    close() {
      opened?.store.close();
      opened = null;
      return Promise.resolve();
    },
  };
}

function readPage(store: ObjectStore, entry: FileEntry, maximumFileBytes: number): FetchedFile | SkippedFile {
  const unreadable = (message: string): SkippedFile => ({ entry, code: 'page-unreadable', message });
  try {
    const size = store.sizeOf(entry.oid);
    if (size === undefined) return unreadable('the repository does not hold this file');
    if (size > maximumFileBytes)
      return { entry, code: 'page-too-large', message: `the page is larger than ${maximumFileBytes} bytes` };
    const object = store.read(entry.oid);
    if (object?.type !== 'blob') return unreadable('this is not a file');
    if (objectId(store.hashName, 'blob', object.content) !== entry.oid) return unreadable('the file is damaged');
    return isLfsPointer(object.content) ? unreadable(lfsPointerMessage) : { entry, bytes: object.content };
  } catch (error) {
    if (error instanceof SourceFailure && error.code === 'damaged-transfer') return unreadable(error.message);
    throw error;
  }
}

/** What the disk refuses, as a failure of ours. */
async function guarded<Result>(work: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SourceFailure) throw error;
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new SourceFailure('origin-not-found', `the repository cannot be read (${reason})`, { reason }, { cause: error });
  }
}
