import { openSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { GitContent, HashName } from '../git/git-object.ts';
import { readLooseObject, sizeOfLooseObject } from './loose-objects.ts';
import type { ObjectStore } from './object-store.ts';
import { PackFile } from './pack-file.ts';
import { PackIndex } from './pack-index.ts';

interface IndexedPack {
  readonly index: PackIndex;
  readonly pack: PackFile;
}

const maximumAlternates = 16;

/** The folder of objects and those that it names as further places to look at (`objects/info/alternates`), each once. */
function objectFolders(first: string): string[] {
  const folders = [first];
  for (const folder of folders) {
    const listed = readText(join(folder, 'info', 'alternates')).split('\n');
    const named = listed.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
    for (const line of named) {
      const place = resolve(folder, line);
      if (!folders.includes(place) && folders.length < maximumAlternates) folders.push(place);
    }
  }
  return folders;
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function packNames(folder: string): string[] {
  try {
    const names = readdirSync(folder);
    return names.filter((name) => name.endsWith('.pack') && names.includes(name.replace(/pack$/, 'idx')));
  } catch {
    return [];
  }
}

function openPacks(folder: string, hashName: HashName): IndexedPack[] {
  const packs: IndexedPack[] = [];
  try {
    for (const name of packNames(folder)) {
      const index = new PackIndex(join(folder, name.replace(/pack$/, 'idx')), hashName);
      const descriptor = openSync(join(folder, name), 'r');
      packs.push({ index, pack: new PackFile({ descriptor, start: 0, hashName }, (oid) => index.find(oid)) });
    }
  } catch (error) {
    for (const { pack } of packs) pack.close();
    throw error;
  }
  return packs;
}

/** Objects as Git keeps them on disk, packed or each in its file. Packs are opened once; what Git packs anew meanwhile is missed. */
export function openRepositoryObjects(objectsFolder: string, hashName: HashName): ObjectStore {
  const folders = objectFolders(objectsFolder);
  const packs = folders.flatMap((folder) => openPacks(join(folder, 'pack'), hashName));

  function find<Result>(
    oid: string,
    inPack: (pack: PackFile, offset: number) => Result | undefined,
    loose: (folder: string) => Result | undefined,
  ): Result | undefined {
    for (const { index, pack } of packs) {
      const offset = index.find(oid);
      const found = offset === undefined ? undefined : inPack(pack, offset);
      if (found !== undefined) return found;
    }
    for (const folder of folders) {
      const found = loose(folder);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  return {
    hashName,
    read: (oid) =>
      find<GitContent>(
        oid,
        (pack, offset) => pack.read(offset),
        (folder) => readLooseObject(folder, oid),
      ),
    sizeOf: (oid) =>
      find<number>(
        oid,
        (pack, offset) => pack.sizeOf(offset),
        (folder) => sizeOfLooseObject(folder, oid),
      ),
    close() {
      for (const { pack } of packs) pack.close();
    },
  };
}
