import { type FileEntry, type GitObject, SourceFailure } from '../source.ts';
import { hashNameOf, type ReadObject } from './git-object.ts';
import { MissingTree } from './missing-tree.ts';
import { parseTree, type TreeEntry } from './tree.ts';

const maximumEntries = 1_000_000;
const maximumDepth = 200;

export type IsWanted = (path: string) => boolean;

/** Files may share their trees many times over, so that a small repository lists as an endless one. */
class Budget {
  #left = maximumEntries;

  spend(entries: number, depth: number): void {
    this.#left -= entries;
    if (this.#left < 0) throw new SourceFailure('too-large', `the repository lists more than ${maximumEntries} files`);
    if (depth > maximumDepth)
      throw new SourceFailure('too-large', `the folders of the repository are nested deeper than ${maximumDepth}`);
  }
}

function readTree(oid: string, read: ReadObject): Uint8Array {
  const object = read(oid);
  if (object?.type !== 'tree') throw new MissingTree();
  return object.content;
}

/** Every tree below `root`, itself included, each once. */
export function collectTrees(root: string, read: ReadObject): GitObject[] {
  const trees = new Map<string, GitObject>();
  const budget = new Budget();
  const visit = (oid: string, depth: number): void => {
    if (trees.has(oid)) return;
    const content = readTree(oid, read);
    trees.set(oid, { oid, type: 'tree', content });
    const entries = parseTree(content, hashNameOf(oid));
    budget.spend(entries.length, depth);
    for (const entry of entries) if (entry.kind === 'tree') visit(entry.oid, depth + 1);
  };
  visit(root, 0);
  return [...trees.values()];
}

export interface TreeDifference {
  readonly present: FileEntry[];
  readonly removed: string[];
}

/**
 * What `newRoot` has that `oldRoot` has not, and the other way round. Subtrees with equal ids are passed over unread. With
 * `oldRoot` null everything is new. Throws MissingTree where a tree that differs is not held.
 */
export function compareTrees(oldRoot: string | null, newRoot: string, read: ReadObject, isWanted: IsWanted): TreeDifference {
  const present: FileEntry[] = [];
  const removed: string[] = [];
  const budget = new Budget();
  const entriesOf = (oid: string | undefined): readonly TreeEntry[] =>
    oid === undefined ? [] : parseTree(readTree(oid, read), hashNameOf(oid));

  const visit = (before: string | undefined, after: string | undefined, prefix: string, depth: number): void => {
    if (before === after) return;
    const beforeEntries = entriesOf(before);
    const afterEntries = entriesOf(after);
    budget.spend(beforeEntries.length + afterEntries.length, depth);
    const old = new Map(beforeEntries.map((entry) => [entry.name, entry]));
    for (const entry of afterEntries) {
      visitPair(old.get(entry.name), entry, prefix + entry.name, depth);
      old.delete(entry.name);
    }
    for (const entry of old.values()) visitPair(entry, undefined, prefix + entry.name, depth);
  };

  const visitPair = (before: TreeEntry | undefined, after: TreeEntry | undefined, path: string, depth: number): void => {
    const oldFile = before?.kind === 'file' ? before.oid : undefined;
    const newFile = after?.kind === 'file' ? after.oid : undefined;
    if (oldFile !== newFile && isWanted(path)) {
      if (newFile === undefined) removed.push(path);
      else present.push({ path, oid: newFile });
    }
    const oldTree = before?.kind === 'tree' ? before.oid : undefined;
    const newTree = after?.kind === 'tree' ? after.oid : undefined;
    visit(oldTree, newTree, `${path}/`, depth + 1);
  };

  visit(oldRoot ?? undefined, newRoot, '', 0);
  return { present, removed };
}
