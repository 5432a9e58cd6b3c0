import { createHash } from 'node:crypto';
import { throwIfCancelled } from '../http/patience.ts';
import { isLfsPointer, lfsPointerMessage } from '../lfs-pointer.ts';
import type { SourceOptions } from '../source-options.ts';
import { type SkippedFile, SourceFailure } from '../source.ts';
import { DamagedEntry, type SnapshotEntry, snapshotLimits } from './snapshot-entry.ts';
import type { Spool, SpooledPage } from './spool.ts';
import { belowFirstFolder, TopFolder } from './top-folder.ts';

/** A page as it was found; `place` where it was unpacked, else why not. */
export type SnapshotPage = { readonly oid: string } & (
  { readonly place: SpooledPage } | { readonly place: null; readonly code: SkippedFile['code']; readonly message: string }
);

export interface TakenIn {
  readonly pages: ReadonlyMap<string, SnapshotPage>;
  /** Of the newest page; 0 where no page tells. */
  readonly modifiedAtMs: number;
}

type Limits = Pick<SourceOptions, 'isWanted' | 'maximumFileBytes'>;

/** Unpacks the pages of a snapshot into the spool, under the ids that Git gives them. Of pages with one path the first is kept. */
export async function takeIn(
  entries: AsyncIterable<SnapshotEntry>,
  spool: Spool,
  { isWanted, maximumFileBytes }: Limits,
  signal: AbortSignal,
): Promise<TakenIn> {
  const top = new TopFolder();
  const found = new Map<string, SnapshotPage>();
  let modifiedAtMs = 0;
  let unpackedBytes = 0;
  for await (const entry of entries) {
    throwIfCancelled(signal);
    top.see(entry.path);
    // Whether there is a folder at the top is known only at the end.
    if (found.has(entry.path) || !(isWanted(entry.path) || isWanted(belowFirstFolder(entry.path)))) continue;
    unpackedBytes += entry.refusal === null ? entry.size : 0;
    if (unpackedBytes > snapshotLimits.maximumUnpackedBytes)
      throw new SourceFailure('too-large', 'the snapshot unfolds to far more than an archive has');
    found.set(entry.path, await takePage(entry, spool, maximumFileBytes, signal));
    if (Number.isFinite(entry.modifiedAtMs)) modifiedAtMs = Math.max(modifiedAtMs, entry.modifiedAtMs);
  }
  const named = [...found].map(([path, page]) => [top.isShared ? belowFirstFolder(path) : path, page] as const);
  const wanted = named.filter(([path]) => isWanted(path)).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { pages: new Map(wanted), modifiedAtMs };
}

async function takePage(
  entry: SnapshotEntry,
  spool: Spool,
  maximumFileBytes: number,
  signal: AbortSignal,
): Promise<SnapshotPage> {
  if (entry.refusal !== null) return unreadable(entry, entry.refusal);
  const isTooLarge = entry.size > maximumFileBytes;
  const id = createHash('sha1').update(`blob ${entry.size}\0`);
  const pieces: Buffer[] = [];
  try {
    for await (const piece of entry.read()) {
      throwIfCancelled(signal);
      id.update(piece);
      if (!isTooLarge) pieces.push(piece);
    }
  } catch (error) {
    if (error instanceof DamagedEntry) return unreadable(entry, error.message);
    throw error;
  }
  const oid = id.digest('hex');
  if (isTooLarge)
    return { oid, place: null, code: 'page-too-large', message: `the page is larger than ${maximumFileBytes} bytes` };
  const bytes = Buffer.concat(pieces);
  if (isLfsPointer(bytes)) return { oid, place: null, code: 'page-unreadable', message: lfsPointerMessage };
  return { oid, place: await spool.append(bytes) };
}

/** The id stands for the file as long as it is as it is. */
function unreadable(entry: SnapshotEntry, message: string): SnapshotPage {
  const oid = createHash('sha1').update(`unreadable ${entry.size} ${entry.modifiedAtMs} ${entry.path}`).digest('hex');
  return { oid, place: null, code: 'page-unreadable', message };
}
