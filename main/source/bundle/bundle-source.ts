import { createReadStream, openSync } from 'node:fs';
import { ByteWindow } from '../http/byte-window.ts';
import { createObjectSource, type OpenedObjects } from '../local-git/object-source.ts';
import { PackFile } from '../local-git/pack-file.ts';
import type { SourceOptions } from '../source-options.ts';
import type { Source } from '../source.ts';
import { readBundleHeader } from './bundle-header.ts';
import { indexPack } from './index-pack.ts';

/** A file made by `git bundle create` (versions 2 and 3) that holds everything; its pack is read where it lies. */
export function createBundleSource(path: string, options: SourceOptions): Source {
  return createObjectSource((signal) => openBundle(path, signal), options);
}

async function openBundle(path: string, signal: AbortSignal): Promise<OpenedObjects> {
  const window = new ByteWindow(createReadStream(path));
  try {
    const { hashName, head, length } = await readBundleHeader(window);
    const offsets = new Map<string, number>();
    const find = (oid: string): number | undefined => offsets.get(oid);
    const file = new PackFile({ descriptor: openSync(path, 'r'), start: length, hashName }, find);
    try {
      await indexPack(window, hashName, { offsets, file }, signal);
    } catch (error) {
      file.close();
      throw error;
    }
    const at = <Result>(oid: string, read: (offset: number) => Result): Result | undefined => {
      const offset = offsets.get(oid);
      return offset === undefined ? undefined : read(offset);
    };
    const store = {
      hashName,
      read: (oid: string) => at(oid, (offset) => file.read(offset)),
      sizeOf: (oid: string) => at(oid, (offset) => file.sizeOf(offset)),
      close: () => file.close(),
    };
    return { head, store };
  } finally {
    await window.close();
  }
}
