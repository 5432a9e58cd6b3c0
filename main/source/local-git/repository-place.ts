import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** Where a repository keeps what is asked for here. */
export interface RepositoryPlace {
  /** Holds HEAD. */
  readonly gitFolder: string;
  /** Holds objects and references: the same folder, unless it is one of several work trees of a repository. */
  readonly commonFolder: string;
  readonly isBare: boolean;
}

const headPattern = /^(?:ref: refs\/|[0-9a-f]{40})/;

/** The repository that a folder is, or is the work tree of; null for any other folder. */
export async function findRepository(folder: string): Promise<RepositoryPlace | null> {
  const inside = join(folder, '.git');
  const pointer = /^gitdir: (.+?)\s*$/.exec(await readShortText(inside));
  const target = pointer?.[1] === undefined ? inside : resolve(folder, pointer[1]);
  return (await placeAt(target, false)) ?? placeAt(folder, true);
}

async function placeAt(gitFolder: string, isBare: boolean): Promise<RepositoryPlace | null> {
  if (!headPattern.test(await readShortText(join(gitFolder, 'HEAD')))) return null;
  const common = (await readShortText(join(gitFolder, 'commondir'))).trim();
  const commonFolder = common === '' ? gitFolder : resolve(gitFolder, common);
  const objects = await stat(join(commonFolder, 'objects')).catch(() => null);
  return objects?.isDirectory() === true ? { gitFolder, commonFolder, isBare } : null;
}

const longestTextBytes = 4096;

/** Empty where there is no such file, or where it is too long to be what is looked for. */
export async function readShortText(path: string): Promise<string> {
  const facts = await stat(path).catch(() => null);
  if (facts?.isFile() !== true || facts.size > longestTextBytes) return '';
  return readFile(path, 'utf8').catch(() => '');
}
