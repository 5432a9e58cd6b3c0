import { checkPicture } from '#main/pictures/check-picture.ts';
import type { TransformPicture } from '#main/pictures/fetch-one.ts';
import { storeArchiveFile } from '#main/pictures/store-file.ts';
import type { WritableDb } from '#main/store/database.ts';
import { knownObjects } from '#main/store/archive/state.ts';
import { listQueuedFiles } from '#main/store/pictures/claim-pictures.ts';
import type { SyncContext } from '#main/sync/sync-archive.ts';

interface FilesErrand {
  readonly archiveId: string;
  readonly origins: string | readonly string[];
  readonly pictures: WritableDb;
  readonly transform: TransformPicture | null;
  readonly signal: AbortSignal;
}

export interface BroughtFiles {
  readonly stored: number;
  readonly missing: number;
  readonly bytesDown: number;
}

const mostFiles = 100_000;

/**
 * Brings pictures that are files of the archive itself. The listing comes from what the library holds of the state just
 * synced. Throws what the source throws; what was stored until then stays, the rest waits in the queue.
 */
export async function bringArchiveFiles(errand: FilesErrand, context: SyncContext): Promise<BroughtFiles> {
  const { archiveId, origins, pictures, transform, signal } = errand;
  const queued = listQueuedFiles(pictures, { archiveId, after: '', limit: mostFiles });
  if (queued.length === 0) return { stored: 0, missing: 0, bytesDown: 0 };
  const waiting = new Map(queued.map(({ id, path }) => [path, id]));
  const count = { stored: 0, missing: 0 };
  const store = (path: string, bytes: Uint8Array | null): void => {
    const id = waiting.get(path);
    if (id === undefined) return;
    waiting.delete(path);
    count[storeArchiveFile(pictures, { id, bytes }, context.nowMs()) === null ? 'stored' : 'missing'] += 1;
  };
  const source = context.openSource(origins, archiveId, (path) => waiting.has(path));
  try {
    const head = await source.readHead(signal);
    const known = { ...knownObjects(context.db, archiveId), head: null };
    const { changes } = await source.readChanges(head, known, signal);
    for await (const { files, skipped } of source.readFiles(head, changes.present, known, signal)) {
      for (const { entry, bytes } of files) store(entry.path, await transformed(bytes, transform));
      for (const { entry } of skipped) store(entry.path, null);
    }
    for (const path of waiting.keys()) store(path, null);
    return { ...count, bytesDown: source.transfer.bytesDown };
  } finally {
    await source.close();
  }
}

async function transformed(bytes: Uint8Array, transform: TransformPicture | null): Promise<Uint8Array> {
  const picture = transform === null ? null : checkPicture(bytes);
  return transform !== null && picture?.ok === true ? transform(bytes, picture.facts.type) : bytes;
}
