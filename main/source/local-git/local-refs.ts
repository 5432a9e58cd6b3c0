import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { SourceFailure } from '../source.ts';
import { chooseCommit } from '../git/refs.ts';
import { readShortText, type RepositoryPlace } from './repository-place.ts';

const oidPattern = /^(?:[0-9a-f]{64}|[0-9a-f]{40})$/;
const maximumPackedBytes = 64 * 1024 * 1024;
const maximumLinks = 5;
const maximumBranches = 10_000;

/** The commit that HEAD names, or the branch that stands for it. Throws 'empty-repository' where there is none. */
export async function readLocalHead(place: RepositoryPlace): Promise<string> {
  const notice = await readShortText(join(place.commonFolder, 'refs', 'heads'));
  if (notice.includes('reftable'))
    throw new SourceFailure('not-a-repository', 'the repository keeps its branches in a way that is not understood');
  const packed = await readPackedRefs(place.commonFolder);
  const head = await follow(place, packed, (await readShortText(join(place.gitFolder, 'HEAD'))).trim());
  if (head !== null) return head;
  const refs = new Map([...packed, ...(await readLooseBranches(place.commonFolder))]);
  return chooseCommit(refs);
}

/** A reference may name another; only names below `refs/` are looked up. */
async function follow(place: RepositoryPlace, packed: ReadonlyMap<string, string>, start: string): Promise<string | null> {
  let value = start;
  for (let links = 0; links < maximumLinks; links++) {
    if (oidPattern.test(value)) return value;
    const name = /^ref: (refs\/.+)$/.exec(value)?.[1];
    if (name === undefined || name.split('/').includes('..')) return null;
    const loose = (await readShortText(join(place.commonFolder, name))).trim();
    value = loose === '' ? (packed.get(name) ?? '') : loose;
  }
  return null;
}

async function readPackedRefs(commonFolder: string): Promise<Map<string, string>> {
  const path = join(commonFolder, 'packed-refs');
  const facts = await stat(path).catch(() => null);
  if (facts === null || facts.size > maximumPackedBytes) return new Map();
  const text = await readFile(path, 'utf8');
  const lines = text.split('\n').map((line) => line.split(' ', 2));
  return new Map(lines.flatMap(([oid = '', name = '']) => (oidPattern.test(oid) && name !== '' ? [[name, oid]] : [])));
}

async function readLooseBranches(commonFolder: string): Promise<Map<string, string>> {
  const folder = join(commonFolder, 'refs', 'heads');
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const branches = new Map<string, string>();
  for (const name of names.slice(0, maximumBranches)) {
    const oid = (await readShortText(join(folder, name))).trim();
    if (oidPattern.test(oid)) branches.set(`refs/heads/${name.replaceAll('\\', '/')}`, oid);
  }
  return branches;
}
