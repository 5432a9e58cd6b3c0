import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { objectId } from '../git/git-object.ts';
import { throwIfCancelled } from '../http/patience.ts';
import { isLfsPointer, lfsPointerMessage } from '../lfs-pointer.ts';
import { listingId } from '../listing-id.ts';
import { pageBatches } from '../page-batches.ts';
import type { SourceOptions } from '../source-options.ts';
import { type FetchedFile, type FileEntry, type SkippedFile, type Source, SourceFailure } from '../source.ts';
import { type ListedFile, listFolder } from './folder-listing.ts';

interface FolderState {
  readonly id: string;
  readonly entries: readonly FileEntry[];
  readonly files: ReadonlyMap<string, ListedFile>;
  readonly day: string;
}

/** A folder of plain files. Every sync reads every page once: what changed is told by content alone. */
export function createFolderSource(root: string, options: SourceOptions): Source {
  const { isWanted, maximumFileBytes } = options;
  let state: FolderState | null = null;

  function stateOf(headId: string): FolderState {
    if (state?.id !== headId)
      throw new SourceFailure('damaged-transfer', 'the folder was not read before its files were asked for');
    return state;
  }

  return {
    transfer: { bytesDown: 0, bytesUp: 0 },
    async readHead(signal) {
      state = await readState(root, isWanted, signal);
      return { id: state.id };
    },
    readChanges(head) {
      const { entries, day } = stateOf(head.id);
      return Promise.resolve({ changes: { isComplete: true, present: entries, removed: [], headDay: day }, objects: [] });
    },
    readFiles(head, wanted, _known, signal) {
      const { files } = stateOf(head.id);
      return pageBatches(wanted, (entry) => readPage(entry, files.get(entry.path), maximumFileBytes), signal);
    },
    close() {
      state = null;
      return Promise.resolve();
    },
  };
}

async function readState(root: string, isWanted: (path: string) => boolean, signal: AbortSignal): Promise<FolderState> {
  const listed = await listFolder(root, isWanted, signal);
  const entries: FileEntry[] = [];
  let newestMs = 0;
  for (const file of listed) {
    throwIfCancelled(signal);
    const entry = { path: file.path, oid: await blobIdOf(file) };
    entries.push(entry);
    newestMs = Math.max(newestMs, file.modifiedAtMs);
  }
  const files = new Map(listed.map((file) => [file.path, file]));
  return { id: listingId(entries), entries, files, day: new Date(newestMs).toISOString().slice(0, 10) };
}

/** The id Git gives a blob of this content, read as a stream: the file may be of any size. */
async function blobIdOf(file: ListedFile): Promise<string> {
  const hash = createHash('sha1').update(`blob ${file.size}\0`);
  try {
    for await (const chunk of createReadStream(file.location)) hash.update(chunk as Buffer);
  } catch {
    // Stands for a file that cannot be read; `readFiles` reports it, and again whenever it changes.
    hash.update(`unreadable ${file.modifiedAtMs}`);
  }
  return hash.digest('hex');
}

async function readPage(
  entry: FileEntry,
  file: ListedFile | undefined,
  maximumFileBytes: number,
): Promise<FetchedFile | SkippedFile> {
  if (file !== undefined && file.size > maximumFileBytes)
    return { entry, code: 'page-too-large', message: `the page is larger than ${maximumFileBytes} bytes` };
  const bytes = file && (await readFile(file.location).catch(() => undefined));
  if (bytes === undefined) return { entry, code: 'page-unreadable', message: 'the file cannot be read' };
  if (objectId('sha1', 'blob', bytes) !== entry.oid)
    return { entry, code: 'page-unreadable', message: 'the file changed while it was being read' };
  if (isLfsPointer(bytes)) return { entry, code: 'page-unreadable', message: lfsPointerMessage };
  return { entry, bytes };
}
