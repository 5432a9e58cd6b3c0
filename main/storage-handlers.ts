import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ReportedFailure } from './failure.ts';
import type { ImporterClient } from '#main/importer/importer-client.ts';
import type { Handlers } from '#main/ipc/handlers.ts';
import type { SendEvent } from '#main/ipc/send-event.ts';
import type { StoragePart, StorageReport } from '#preload/contract/storage-types.ts';
import { announceProgress } from './sync-news.ts';

export interface StorageParts {
  readonly importer: ImporterClient;
  readonly libraryDir: string;
  readonly send: SendEvent;
  /** Shows a folder in the system's file manager; answers what kept it from doing so, or nothing. */
  openFolder(folder: string): Promise<string>;
}

type StorageCalls = 'storage.read' | 'storage.check' | 'storage.openFolder';

const partOf = (name: string): StoragePart => {
  if (/^archive[.-]/u.test(name)) return 'articles';
  if (/^pictures[.-]/u.test(name)) return 'pictures';
  if (/^reader[.-]/u.test(name) || name === 'backups') return 'readerData';
  if (/^incoming[.-]/u.test(name)) return 'incoming';
  return name === 'window' || name === 'logs' ? name : 'other';
};

/** What the folder of the library holds, how large it is, and whether it is sound. */
export function storageHandlers({ importer, libraryDir, send, openFolder }: StorageParts): Pick<Handlers, StorageCalls> {
  return {
    'storage.read': () => measureLibrary(libraryDir),
    'storage.check': async (_input, signal) => {
      let isMended = false;
      await importer.run(
        { kind: 'check', libraryDir },
        signal,
        announceProgress(send),
        (report) => (isMended = report.isRebuilt),
      );
      send('library.changed', { archive: null });
      return { isMended };
    },
    'storage.openFolder': async () => {
      const problem = await openFolder(libraryDir);
      if (problem !== '') throw new ReportedFailure({ code: 'internal', message: problem });
      return null;
    },
  };
}

async function measureLibrary(folder: string): Promise<StorageReport> {
  const bytes: Record<StoragePart, number> = {
    articles: 0,
    pictures: 0,
    readerData: 0,
    incoming: 0,
    window: 0,
    logs: 0,
    other: 0,
  };
  for (const entry of await entriesOf(folder)) bytes[partOf(entry.name)] += await sizeOf(folder, entry);
  return { folder, bytes };
}

async function sizeOf(folder: string, entry: Dirent): Promise<number> {
  const path = join(folder, entry.name);
  if (!entry.isDirectory()) return entry.isFile() ? stat(path).then(({ size }) => size, gone) : 0;
  let sum = 0;
  for (const inner of await entriesOf(path)) sum += await sizeOf(path, inner);
  return sum;
}

const entriesOf = (folder: string): Promise<Dirent[]> => readdir(folder, { withFileTypes: true }).catch(() => []);
/** Files come and go while they are counted. */
const gone = (): number => 0;
