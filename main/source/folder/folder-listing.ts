import type { Dirent } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { sep } from 'node:path';
import { decodeName, isSafeName } from '../decode-name.ts';
import { throwIfCancelled } from '../http/patience.ts';
import { SourceFailure } from '../source.ts';

export interface ListedFile {
  /** As bytes: names on disk need not be text. */
  readonly location: Buffer;
  /** Relative to the folder, `/`-separated. */
  readonly path: string;
  readonly size: number;
  readonly modifiedAtMs: number;
}

const maximumEntries = 1_000_000;
const maximumDepth = 100;

/** The regular files below a folder, in the order of their paths. Links are not followed and `.git` is passed over. */
export async function listFolder(root: string, isWanted: (path: string) => boolean, signal: AbortSignal): Promise<ListedFile[]> {
  const files: ListedFile[] = [];
  let entriesLeft = maximumEntries;
  const visit = async (location: Buffer, prefix: string, depth: number): Promise<void> => {
    throwIfCancelled(signal);
    const entries = await readFolder(location, depth === 0);
    entriesLeft -= entries.length;
    if (entriesLeft < 0 || depth > maximumDepth)
      throw new SourceFailure('too-large', 'the folder holds too many files or folders');
    for (const entry of entries) {
      const name = decodeName(entry.name);
      if (!isSafeName(name) || name.toLowerCase() === '.git') continue;
      const below = Buffer.concat([location, Buffer.from(sep), entry.name]);
      const path = prefix + name;
      if (entry.isDirectory()) await visit(below, `${path}/`, depth + 1);
      else if (entry.isFile() && isWanted(path)) await addFile(files, below, path);
    }
  };
  await visit(Buffer.from(root), '', 0);
  return withoutRepeatedPaths(files);
}

async function addFile(files: ListedFile[], location: Buffer, path: string): Promise<void> {
  const facts = await lstat(location).catch(() => null);
  if (facts?.isFile() === true) files.push({ location, path, size: facts.size, modifiedAtMs: facts.mtimeMs });
}

/** A folder inside that cannot be read is passed over; the one that was asked for is not. */
async function readFolder(location: Buffer, isRoot: boolean): Promise<readonly Dirent<Buffer>[]> {
  try {
    return await readdir(location, { encoding: 'buffer', withFileTypes: true });
  } catch (error) {
    if (!isRoot) return [];
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOTDIR') throw new SourceFailure('origin-not-understood', 'this is a file and not a folder');
    throw new SourceFailure('origin-not-found', 'there is no folder at this place, or it cannot be read');
  }
}

/** Two names that are different bytes can read the same; the first is kept. */
function withoutRepeatedPaths(files: readonly ListedFile[]): ListedFile[] {
  const byPath = new Map<string, ListedFile>();
  for (const file of files) if (!byPath.has(file.path)) byPath.set(file.path, file);
  return [...byPath.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1));
}
