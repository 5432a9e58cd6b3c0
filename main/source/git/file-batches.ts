import type { FetchedFile, FileBatch, FileEntry, SkippedFile, TransferCount } from '../source.ts';
import { throwIfCancelled } from '../http/patience.ts';
import { isLfsPointer, lfsPointerMessage } from '../lfs-pointer.ts';
import { fetchBlobs, type Leftover, type Portion, readIncoming } from './blob-fetch.ts';
import type { GitContent, ReadObject } from './git-object.ts';
import type { Preparation } from './preparation.ts';
import { firstRequestObjects, nextRequestObjects } from './request-size.ts';

/** What is held without asking the server: in the library, or in a pack that brought everything at once. */
export interface HeldFiles {
  readonly read: ReadObject;
  /** Known to be larger than the limit without having been kept. */
  readonly tooLargeIds: ReadonlySet<string>;
}

/** Hands out contents for ids to every path that has that id. */
class Batch {
  readonly #entries: ReadonlyMap<string, readonly FileEntry[]>;
  readonly #maximumFileBytes: number;
  readonly files: FetchedFile[] = [];
  readonly skipped: SkippedFile[] = [];
  contentBytes = 0;

  constructor(entries: ReadonlyMap<string, readonly FileEntry[]>, maximumFileBytes: number) {
    this.#entries = entries;
    this.#maximumFileBytes = maximumFileBytes;
  }

  add(oid: string, object: GitContent): void {
    if (object.type !== 'blob') return this.#skip(oid, 'page-unreadable', 'this is not a file');
    if (object.content.length > this.#maximumFileBytes) return this.addTooLarge(oid);
    if (isLfsPointer(object.content)) return this.#skip(oid, 'page-unreadable', lfsPointerMessage);
    this.contentBytes += object.content.length;
    for (const entry of this.#entries.get(oid) ?? []) this.files.push({ entry, bytes: object.content });
  }

  addTooLarge(oid: string): void {
    this.#skip(oid, 'page-too-large', `the page is larger than ${this.#maximumFileBytes} bytes`);
  }

  get isEmpty(): boolean {
    return this.files.length === 0 && this.skipped.length === 0;
  }

  #skip(oid: string, code: SkippedFile['code'], message: string): void {
    for (const entry of this.#entries.get(oid) ?? []) this.skipped.push({ entry, code, message });
  }
}

function entriesById(wanted: readonly FileEntry[]): Map<string, FileEntry[]> {
  const byId = new Map<string, FileEntry[]>();
  for (const entry of wanted) {
    const same = byId.get(entry.oid);
    if (same === undefined) byId.set(entry.oid, [entry]);
    else same.push(entry);
  }
  return byId;
}

/** How much content that is held already is handed out at once. */
const maximumHeldBytes = 16 * 1024 * 1024;

/**
 * The contents of the wanted files, each id fetched once. When the transfer breaks off, the files that were complete are
 * handed out before the failure is thrown, so that they need not be fetched again.
 */
export async function* readFileBatches(
  wanted: readonly FileEntry[],
  held: HeldFiles,
  errand: Preparation,
  transfer: Readonly<TransferCount>,
): AsyncGenerator<FileBatch, void, undefined> {
  const byId = entriesById(wanted);
  const missing: string[] = [];
  yield* heldBatches(byId, held, errand, missing);
  yield* incomingBatches(byId, missing, errand);
  let requestObjects = firstRequestObjects;
  for (let at = 0; at < missing.length;) {
    const oids = missing.slice(at, at + requestObjects);
    at += oids.length;
    const bytesBefore = transfer.bytesDown;
    yield* fetchPortions({ oids, isAlone: false }, byId, errand);
    requestObjects = nextRequestObjects({ objects: oids.length, bytesDown: transfer.bytesDown - bytesBefore });
  }
}

/** Hands out what need not be fetched, and notes the ids of the rest in `missing`. */
function* heldBatches(
  byId: ReadonlyMap<string, readonly FileEntry[]>,
  held: HeldFiles,
  { maximumFileBytes, signal }: Preparation,
  missing: string[],
): Generator<FileBatch, void, undefined> {
  let batch = new Batch(byId, maximumFileBytes);
  for (const oid of byId.keys()) {
    throwIfCancelled(signal);
    const object = held.read(oid);
    if (held.tooLargeIds.has(oid)) batch.addTooLarge(oid);
    else if (object !== undefined) batch.add(oid, object);
    else missing.push(oid);
    if (batch.contentBytes < maximumHeldBytes) continue;
    yield batch;
    batch = new Batch(byId, maximumFileBytes);
  }
  if (!batch.isEmpty) yield batch;
}

/** Hands out what an earlier run received, and takes its ids out of `missing`. */
async function* incomingBatches(
  byId: ReadonlyMap<string, readonly FileEntry[]>,
  missing: string[],
  errand: Preparation,
): AsyncGenerator<FileBatch, void, undefined> {
  const awaited = new Set(missing);
  for await (const contents of readIncoming(awaited, errand)) {
    const batch = new Batch(byId, errand.maximumFileBytes);
    for (const [oid, object] of contents) batch.add(oid, object);
    yield batch;
  }
  const left = missing.filter((oid) => awaited.has(oid));
  missing.length = 0;
  for (const oid of left) missing.push(oid);
}

async function* fetchPortions(
  whole: Portion,
  byId: ReadonlyMap<string, readonly FileEntry[]>,
  errand: Preparation,
): AsyncGenerator<FileBatch, void, undefined> {
  const left = [whole];
  for (let portion = left.shift(); portion !== undefined; portion = left.shift()) {
    throwIfCancelled(errand.signal);
    const { again, tooLarge, failure } = yield* asBatches(fetchBlobs(portion, errand), byId, errand.maximumFileBytes);
    const batch = new Batch(byId, errand.maximumFileBytes);
    for (const oid of tooLarge) batch.addTooLarge(oid);
    if (!batch.isEmpty) yield batch;
    if (failure !== null) throw failure;
    left.unshift(...again);
  }
}

async function* asBatches(
  arriving: ReturnType<typeof fetchBlobs>,
  byId: ReadonlyMap<string, readonly FileEntry[]>,
  maximumFileBytes: number,
): AsyncGenerator<FileBatch, Leftover, undefined> {
  try {
    for (;;) {
      const next = await arriving.next();
      if (next.done === true) return next.value;
      const batch = new Batch(byId, maximumFileBytes);
      for (const [oid, object] of next.value) batch.add(oid, object);
      yield batch;
    }
  } finally {
    await arriving.return({ again: [], tooLarge: [], failure: null });
  }
}
