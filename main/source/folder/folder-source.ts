import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { objectId } from '../git/git-object.ts';
import { throwIfCancelled } from '../http/patience.ts';
import type { SourceOptions } from '../source-options.ts';
import { type FetchedFile, type FileBatch, type FileEntry, type SkippedFile, type Source, SourceFailure } from '../source.ts';
import { type ListedFile, listFolder } from './folder-listing.ts';

interface FolderState {
  readonly id: string;
  readonly entries: readonly FileEntry[];
  readonly files: ReadonlyMap<string, ListedFile>;
  readonly day: string;
}

const batchBytes = 8 * 1024 * 1024;
const batchFiles = 512;

/** A folder of plain files, or a work tree. Every sync reads every page once: what changed is told by content alone. */
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
      return readBatches(wanted, stateOf(head.id).files, maximumFileBytes, signal);
    },
    close() {
      state = null;
      return Promise.resolve();
    },
  };
}

async function readState(root: string, isWanted: (path: string) => boolean, signal: AbortSignal): Promise<FolderState> {
  const listed = await listFolder(root, isWanted, signal);
  const digest = createHash('sha1');
  const entries: FileEntry[] = [];
  let newestMs = 0;
  for (const file of listed) {
    throwIfCancelled(signal);
    const entry = { path: file.path, oid: await blobIdOf(file) };
    digest.update(`${entry.oid} ${entry.path}\0`);
    entries.push(entry);
    newestMs = Math.max(newestMs, file.modifiedAtMs);
  }
  const files = new Map(listed.map((file) => [file.path, file]));
  return { id: digest.digest('hex'), entries, files, day: new Date(newestMs).toISOString().slice(0, 10) };
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

async function* readBatches(
  wanted: readonly FileEntry[],
  listed: ReadonlyMap<string, ListedFile>,
  maximumFileBytes: number,
  signal: AbortSignal,
): AsyncGenerator<FileBatch, void, undefined> {
  let files: FetchedFile[] = [];
  let skipped: SkippedFile[] = [];
  let bytes = 0;
  for (const entry of wanted) {
    throwIfCancelled(signal);
    const outcome = await readPage(entry, listed.get(entry.path), maximumFileBytes);
    if ('code' in outcome) {
      skipped.push(outcome);
    } else {
      files.push(outcome);
      bytes += outcome.bytes.length;
    }
    if (bytes >= batchBytes || files.length + skipped.length >= batchFiles) {
      yield { files, skipped };
      [files, skipped, bytes] = [[], [], 0];
    }
  }
  if (files.length + skipped.length > 0) yield { files, skipped };
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
  return { entry, bytes };
}
