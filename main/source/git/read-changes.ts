import { type GitObject, type SourceChanges, SourceFailure } from '../source.ts';
import { bytesOf } from './blob-fetch.ts';
import { fetchPack } from './fetch-command.ts';
import type { ReadObject } from './git-object.ts';
import { MissingTree } from './missing-tree.ts';
import { Pack } from './pack.ts';
import type { Preparation } from './preparation.ts';
import { receivePack } from './receive-pack.ts';
import { parseCommit } from './tree.ts';
import { collectTrees, compareTrees, type IsWanted } from './tree-diff.ts';

export interface ChangesErrand extends Preparation {
  readonly head: string;
  readonly isWanted: IsWanted;
}

export interface FoundChanges {
  readonly changes: SourceChanges;
  readonly objects: readonly GitObject[];
  /** Holds the files as well where the server cannot leave them out; null where nothing had to be fetched. */
  readonly pack: Pack | null;
}

/** A pack is held in memory until its files have been handed out. */
const maximumPackBytes = 256 * 1024 * 1024;
const maximumTreesBytes = 512 * 1024 * 1024;
const maximumSnapshotBytes = 8 * 1024 ** 3;

/**
 * Fetches the commit and its trees, only the changed ones where the old ones are held, and compares. A state that the library
 * holds whole and whose listing is asked for anew, for other files, is listed from what is held.
 */
export async function fetchChanges(errand: ChangesErrand): Promise<FoundChanges> {
  const { head, have, listed, isWanted, readKnown, capabilities } = errand;
  // A server that sends files and trees in one may not give out single files, which an unfinished sync still wants.
  if (have === null && (listed === null || capabilities.canFilter)) {
    const held = describeChanges({ head, have, isWanted, read: readKnown });
    if (held !== null) return { ...held, pack: null };
  }
  const begun = await describeIncoming(errand);
  if (begun !== null) return begun;
  if (have !== null) {
    const found = await tryFetchChanges(errand, have);
    if (found !== null) return found;
  } else if (listed !== null && capabilities.canFilter) {
    const found = await tryFetchChanges(errand, listed);
    if (found !== null) return found;
  }
  const found = await tryFetchChanges({ ...errand, have: null }, null);
  if (found === null) throw new SourceFailure('damaged-transfer', 'the server did not send the whole listing of the repository');
  return found;
}

/**
 * What an earlier run received of a pack with files before it broke off, where all listings are in it: servers send them first.
 * The files that are not in it are then asked for one by one; an old server does not give them out so.
 */
async function describeIncoming(errand: ChangesErrand): Promise<FoundChanges | null> {
  const { incoming, capabilities, head, have, readKnown, isWanted } = errand;
  if (incoming === null || capabilities.canFilter || capabilities.oldServer !== null) return null;
  const pack = packOf(errand);
  try {
    const receiving = receivePack(incoming.read(), pack, {
      kind: 'whole',
      maximumPackBytes,
      maximumContentBytes: maximumSnapshotBytes,
    });
    while ((await receiving.next()).done !== true);
  } catch (error) {
    if (!(error instanceof SourceFailure)) throw error;
  }
  const described = describeChanges({ head, have, isWanted, read: (oid) => pack.read(oid) ?? readKnown(oid) });
  return described && { ...described, pack };
}

function packOf({ capabilities, maximumFileBytes, readKnown }: Preparation): Pack {
  return new Pack({ hashName: capabilities.hashName, maximumBlobBytes: maximumFileBytes, readBase: readKnown });
}

/**
 * Fetched as a difference to `base`, compared with `have`. Null where a tree is missing, because the library does not hold all
 * that the server was told it does.
 */
async function tryFetchChanges(errand: ChangesErrand, base: string | null): Promise<FoundChanges | null> {
  const { head, have, readKnown, isWanted } = errand;
  const pack = await fetchWholePack({ ...errand, have: base });
  const described = describeChanges({ head, have, isWanted, read: (oid) => pack.read(oid) ?? readKnown(oid) });
  return described && { ...described, pack };
}

interface StateToDescribe {
  readonly head: string;
  /** The commit to compare with; null for a whole listing. */
  readonly have: string | null;
  readonly isWanted: IsWanted;
  readonly read: ReadObject;
}

/** What `head` lists, and the objects that list it; null where one of those cannot be read. */
export function describeChanges({ head, have, isWanted, read }: StateToDescribe): Omit<FoundChanges, 'pack'> | null {
  const commit = read(head);
  if (commit?.type !== 'commit') return null;
  const { tree, day } = parseCommit(commit.content);
  try {
    const objects: GitObject[] = [{ oid: head, type: 'commit', content: commit.content }, ...collectTrees(tree, read)];
    const partial = have === null ? null : compareWithOld(have, tree, read, isWanted);
    const changes: SourceChanges = partial
      ? { isComplete: false, ...partial, headDay: day }
      : { isComplete: true, present: compareTrees(null, tree, read, isWanted).present, removed: [], headDay: day };
    return { changes, objects };
  } catch (error) {
    if (error instanceof MissingTree) return null;
    throw error;
  }
}

function compareWithOld(
  have: string,
  tree: string,
  read: ReadObject,
  isWanted: IsWanted,
): ReturnType<typeof compareTrees> | null {
  const old = read(have);
  if (old?.type !== 'commit') return null;
  try {
    return compareTrees(parseCommit(old.content).tree, tree, read, isWanted);
  } catch (error) {
    if (error instanceof MissingTree) return null;
    throw error;
  }
}

/** Commit and trees, and the files as well where the server cannot leave them out. */
export async function fetchWholePack(errand: Preparation & { readonly head: string }): Promise<Pack> {
  const { client, capabilities, head, have, signal } = errand;
  const pack = packOf(errand);
  const isWithoutFiles = capabilities.canFilter;
  const request = { wants: [head], have, isCommitWanted: true, isWithoutFiles };
  const bytes = isWithoutFiles ? await fetchPack(client, capabilities, request, signal) : await bytesOf(request, errand);
  const maximumContentBytes = isWithoutFiles ? maximumTreesBytes : maximumSnapshotBytes;
  const receiving = receivePack(bytes, pack, { kind: 'whole', maximumPackBytes, maximumContentBytes });
  while ((await receiving.next()).done !== true);
  return pack;
}
