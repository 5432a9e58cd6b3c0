import { stat } from 'node:fs/promises';
import { listingId } from '../listing-id.ts';
import { pageBatches } from '../page-batches.ts';
import type { SourceOptions } from '../source-options.ts';
import { type FetchedFile, type FileEntry, type SkippedFile, type Source, SourceFailure } from '../source.ts';
import type { SnapshotEntry } from './snapshot-entry.ts';
import { Spool } from './spool.ts';
import { type SnapshotPage, takeIn } from './take-in.ts';
import { tarEntries } from './tar-entries.ts';
import { unpackedBytes } from './unpacked-bytes.ts';
import { zipEntries } from './zip-entries.ts';

export type SnapshotKind = 'zip' | 'tar' | 'tar.gz';

interface SnapshotState {
  readonly id: string;
  readonly day: string;
  readonly entries: readonly FileEntry[];
  readonly pages: ReadonlyMap<string, SnapshotPage>;
  readonly spool: Spool;
}

/** The end of the year 9999: what lies behind has no `YYYY-MM-DD`. */
const latestMs = 253_402_300_800_000;

/** A packed copy of an archive's files. It is read once, by `readHead`; its pages have the ids that Git gives them. */
export function createSnapshotSource(path: string, kind: SnapshotKind, options: SourceOptions): Source {
  let state: SnapshotState | null = null;

  function stateOf(headId: string): SnapshotState {
    if (state?.id === headId) return state;
    throw new SourceFailure('damaged-transfer', 'the snapshot was not read before its files were asked for');
  }

  return {
    transfer: { bytesDown: 0, bytesUp: 0 },
    async readHead(signal) {
      state ??= await readState(path, kind, options, signal);
      return { id: state.id };
    },
    readChanges(head) {
      const { entries, day } = stateOf(head.id);
      return Promise.resolve({ changes: { isComplete: true, present: entries, removed: [], headDay: day }, objects: [] });
    },
    readFiles(head, wanted, _known, signal) {
      const { pages, spool } = stateOf(head.id);
      return pageBatches(wanted, async (entry) => readPage(entry, pages.get(entry.path), spool), signal);
    },
    async close() {
      const { spool } = state ?? {};
      state = null;
      await spool?.close();
    },
  };
}

function entriesOf(path: string, kind: SnapshotKind, signal: AbortSignal): AsyncIterable<SnapshotEntry> {
  return kind === 'zip' ? zipEntries(path, signal) : tarEntries(unpackedBytes(path, kind === 'tar.gz', signal));
}

async function readState(path: string, kind: SnapshotKind, options: SourceOptions, signal: AbortSignal): Promise<SnapshotState> {
  const spool = await Spool.create();
  try {
    const { pages, modifiedAtMs } = await takeIn(entriesOf(path, kind, signal), spool, options, signal);
    const entries = [...pages].map(([page, { oid }]) => ({ path: page, oid }));
    const isTold = modifiedAtMs > 0 && modifiedAtMs < latestMs;
    const day = new Date(isTold ? modifiedAtMs : (await stat(path)).mtimeMs).toISOString().slice(0, 10);
    return { id: listingId(entries), day, entries, pages, spool };
  } catch (error) {
    await spool.close();
    throw error;
  }
}

async function readPage(entry: FileEntry, page: SnapshotPage | undefined, spool: Spool): Promise<FetchedFile | SkippedFile> {
  if (page?.oid !== entry.oid) return { entry, code: 'page-unreadable', message: 'the snapshot does not hold this file' };
  if (page.place === null) return { entry, code: page.code, message: page.message };
  return { entry, bytes: await spool.read(page.place) };
}
