import { isSafeName } from '../decode-name.ts';
import { type HashName, objectId } from '../git/git-object.ts';
import type { FileEntry } from '../source.ts';
import { isRefusedByGit } from './refused-name.ts';

export interface TreeObject {
  readonly oid: string;
  readonly content: Buffer;
}

interface Folder {
  readonly folders: Map<string, Folder>;
  readonly files: Map<string, FileEntry>;
}

export interface PageTrees {
  readonly root: string;
  /** Each once, the root last. */
  readonly trees: readonly TreeObject[];
  /** In the order of their paths in the trees. */
  readonly pages: readonly FileEntry[];
  /** Git could not hold them: a name that it forbids, that of a folder, or too many folders in each other. */
  readonly leftOut: readonly FileEntry[];
}

const maximumDepth = 100;

/** The trees of Git that hold these pages and nothing else. The order of `files` does not matter. */
export function buildPageTrees(files: readonly FileEntry[], hashName: HashName): PageTrees {
  const leftOut: FileEntry[] = [];
  const top = emptyFolder();
  for (const file of files) if (!place(top, file)) leftOut.push(file);
  const trees = new Map<string, TreeObject>();
  const pages: FileEntry[] = [];
  const write = (folder: Folder): string => {
    const lines = [
      ...[...folder.folders].map(([name, inner]) => ({ name, key: Buffer.from(`${name}/`), inner })),
      ...[...folder.files].map(([name, file]) => ({ name, key: Buffer.from(name), file })),
    ].toSorted((a, b) => a.key.compare(b.key));
    const parts: Buffer[] = [];
    for (const line of lines) {
      if ('file' in line && folder.folders.has(line.name)) {
        leftOut.push(line.file);
        continue;
      }
      if ('file' in line) pages.push(line.file);
      const oid = 'file' in line ? line.file.oid : write(line.inner);
      parts.push(Buffer.from(`${'file' in line ? '100644' : '40000'} ${line.name}\0`), Buffer.from(oid, 'hex'));
    }
    const content = Buffer.concat(parts);
    const oid = objectId(hashName, 'tree', content);
    trees.set(oid, { oid, content });
    return oid;
  };
  const root = write(top);
  return { root, trees: [...trees.values()], pages, leftOut };
}

function emptyFolder(): Folder {
  return { folders: new Map(), files: new Map() };
}

function place(top: Folder, file: FileEntry): boolean {
  const parts = file.path.split('/');
  const name = parts.pop() ?? '';
  if (parts.length > maximumDepth) return false;
  if (![...parts, name].every((part) => isSafeName(part) && !isRefusedByGit(part))) return false;
  let folder = top;
  for (const part of parts) {
    const inner = folder.folders.get(part) ?? emptyFolder();
    folder.folders.set(part, inner);
    folder = inner;
  }
  folder.files.set(name, file);
  return true;
}
