import { open, stat } from 'node:fs/promises';
import { createBundleSource } from './bundle/bundle-source.ts';
import { isBundleStart } from './bundle/bundle-header.ts';
import { createDeferredSource } from './deferred-source.ts';
import { createFolderSource } from './folder/folder-source.ts';
import { readLocalHead } from './local-git/local-refs.ts';
import { createLocalGitSource } from './local-git/local-git-source.ts';
import { findRepository } from './local-git/repository-place.ts';
import { createSnapshotSource, type SnapshotKind } from './snapshot/snapshot-source.ts';
import { isTarHeader } from './snapshot/tar-header.ts';
import type { SourceOptions } from './source-options.ts';
import { type Source, SourceFailure } from './source.ts';

/** A folder, repository, snapshot or bundle of this machine: what it is is told by what lies there, never by its name. */
export function createLocalSource(path: string, options: SourceOptions): Source {
  return createDeferredSource({ bytesDown: 0, bytesUp: 0 }, async () => {
    const facts = await stat(path).catch(() => null);
    if (facts?.isFile() === true) return openFile(path, options);
    const repository = await findRepository(path);
    if (repository === null) return createFolderSource(path, options);
    const isEmptyWorkTree = !repository.isBare && (await isEmpty(() => readLocalHead(repository)));
    return isEmptyWorkTree ? createFolderSource(path, options) : createLocalGitSource(repository, options);
  });
}

/** Pages may lie in a work tree whose first commit is still to be made. */
async function isEmpty(readHead: () => Promise<string>): Promise<boolean> {
  try {
    await readHead();
    return false;
  } catch (error) {
    return error instanceof SourceFailure && error.code === 'empty-repository';
  }
}

const startBytes = 512;

/** A snapshot or bundle. Anything else is 'origin-not-understood'. */
export async function openFile(path: string, options: SourceOptions): Promise<Source> {
  const start = await readStart(path);
  if (isBundleStart(start)) return createBundleSource(path, options);
  const kind = snapshotKindOf(start);
  if (kind !== null) return createSnapshotSource(path, kind, options);
  throw new SourceFailure('origin-not-understood', 'this file is no zip, tar or tar.gz snapshot and no Git bundle');
}

function snapshotKindOf(start: Buffer): SnapshotKind | null {
  const signature = start.toString('hex', 0, 4);
  if (/^504b(?:0304|0506)$/.test(signature)) return 'zip';
  if (signature.startsWith('1f8b')) return 'tar.gz';
  return isTarHeader(start) ? 'tar' : null;
}

async function readStart(path: string): Promise<Buffer> {
  const file = await open(path, 'r').catch(() => {
    throw new SourceFailure('origin-not-found', 'the file cannot be read');
  });
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(startBytes), 0, startBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
