import { directNetwork } from '#main/source/network/network.ts';
import { openSource } from '#main/source/open-source.ts';
import type { SourceOptions } from '#main/source/source-options.ts';
import type { GitObject, KnownObjects, SkippedFile, SourceChanges } from '#main/source/source.ts';

export interface SyncOutcome {
  readonly head: string;
  /** Null where the head was the one already known. */
  readonly changes: SourceChanges | null;
  /** Paths handed out, batch by batch. */
  readonly batches: readonly (readonly string[])[];
  readonly skipped: readonly SkippedFile[];
  readonly bytesDown: number;
  readonly bytesUp: number;
}

export interface MemoryLibrary {
  readonly files: ReadonlyMap<string, { readonly oid: string; readonly bytes: Uint8Array }>;
  text(path: string): string | undefined;
  sync(origin: string, overrides?: Partial<SourceOptions>, signal?: AbortSignal): Promise<SyncOutcome>;
  /** Loses a tree or commit, as a damaged library would. */
  forget(oid: string): void;
  readonly head: string | null;
  readonly objects: ReadonlyMap<string, GitObject>;
}

const defaults: SourceOptions = {
  isWanted: (path) => path.endsWith('.md'),
  maximumFileBytes: 1_000_000,
  stallTimeoutMs: 20_000,
  userAgent: 'offprint-test',
  network: directNetwork,
};

/** Keeps what a source hands out as the real library does: files batch by batch, head and trees only at the end. */
export function createMemoryLibrary(): MemoryLibrary {
  const files = new Map<string, { oid: string; bytes: Uint8Array }>();
  const objects = new Map<string, GitObject>();
  let head: string | null = null;
  const read: KnownObjects['read'] = (oid) => {
    const object = objects.get(oid);
    if (object !== undefined) return object;
    const file = [...files.values()].find((candidate) => candidate.oid === oid);
    return file && { type: 'blob', content: file.bytes };
  };

  async function sync(
    origin: string,
    overrides: Partial<SourceOptions> = {},
    signal = new AbortController().signal,
  ): Promise<SyncOutcome> {
    const source = openSource(origin, { ...defaults, ...overrides });
    const batches: string[][] = [];
    const skipped: SkippedFile[] = [];
    const outcome = (changes: SourceChanges | null, id: string): SyncOutcome => ({
      head: id,
      changes,
      batches,
      skipped,
      ...source.transfer,
    });
    try {
      const newest = await source.readHead(signal);
      if (newest.id === head) return outcome(null, newest.id);
      const found = await source.readChanges(newest, { head, read }, signal);
      const wanted = found.changes.present.filter(({ path, oid }) => files.get(path)?.oid !== oid);
      for await (const batch of source.readFiles(newest, wanted, { head, read }, signal)) {
        batches.push(batch.files.map(({ entry }) => entry.path));
        skipped.push(...batch.skipped);
        for (const { entry, bytes } of batch.files) files.set(entry.path, { oid: entry.oid, bytes });
      }
      const present = new Set(found.changes.present.map(({ path }) => path));
      const removed = found.changes.isComplete ? [...files.keys()].filter((path) => !present.has(path)) : found.changes.removed;
      for (const path of removed) files.delete(path);
      objects.clear();
      for (const object of found.objects) objects.set(object.oid, object);
      head = newest.id;
      return outcome(found.changes, newest.id);
    } finally {
      await source.close();
    }
  }

  return {
    files,
    objects,
    sync,
    get head() {
      return head;
    },
    text(path) {
      const file = files.get(path);
      return file && Buffer.from(file.bytes).toString('utf8');
    },
    forget: (oid) => void objects.delete(oid),
  };
}
