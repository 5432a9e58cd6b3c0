import { decodeName, isSafeName } from '../decode-name.ts';
import { SourceFailure } from '../source.ts';
import { idBytes, type HashName } from './git-object.ts';

export interface TreeEntry {
  readonly name: string;
  readonly oid: string;
  /** `other`: symbolic links and submodules, which are never followed. */
  readonly kind: 'file' | 'tree' | 'other';
}

const kindsByMode: Readonly<Record<string, TreeEntry['kind']>> = {
  '40000': 'tree',
  '040000': 'tree',
  '120000': 'other',
  '160000': 'other',
};

function kindOf(mode: string): TreeEntry['kind'] {
  return kindsByMode[mode] ?? (/^100[0-7]{3}$/.test(mode) ? 'file' : 'other');
}

function damaged(): SourceFailure {
  return new SourceFailure('damaged-transfer', 'a listing of the repository cannot be read');
}

/** Entries with safe names; of several whose names read the same, the first. */
export function parseTree(content: Uint8Array, hashName: HashName): TreeEntry[] {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.length);
  const idLength = idBytes[hashName];
  const names = new Set<string>();
  const entries: TreeEntry[] = [];
  for (let at = 0; at < bytes.length;) {
    const space = bytes.indexOf(0x20, at);
    const end = space < 0 ? -1 : bytes.indexOf(0, space);
    if (end < 0 || end + 1 + idLength > bytes.length) throw damaged();
    const kind = kindOf(bytes.toString('latin1', at, space));
    const name = decodeName(bytes.subarray(space + 1, end));
    at = end + 1 + idLength;
    if (!isSafeName(name) || names.has(name)) continue;
    names.add(name);
    entries.push({ name, oid: bytes.toString('hex', end + 1, at), kind });
  }
  return entries;
}

export interface CommitFacts {
  readonly tree: string;
  /** `YYYY-MM-DD`, UTC. */
  readonly day: string;
}

export function parseCommit(content: Uint8Array): CommitFacts {
  const head = Buffer.from(content).toString('latin1').split('\n\n', 1)[0] ?? '';
  const tree = /^tree ([0-9a-f]+)$/m.exec(head)?.[1];
  const seconds = Number(/^committer .*> (-?\d+) [+-]\d+$/m.exec(head)?.[1]);
  if (tree === undefined) throw damaged();
  const isDate = Number.isFinite(seconds) && seconds >= 0 && seconds < 253_402_300_800;
  return { tree, day: new Date(isDate ? seconds * 1000 : 0).toISOString().slice(0, 10) };
}
