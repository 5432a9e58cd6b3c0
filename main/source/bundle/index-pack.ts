import { createHash } from 'node:crypto';
import { type HashName, idBytes, objectId } from '../git/git-object.ts';
import { inflateEntry, type PackInput, passEntry, readEntryHeader } from '../git/pack-entry.ts';
import { readPackHeader, verifyEnd } from '../git/receive-pack.ts';
import type { ByteWindow } from '../http/byte-window.ts';
import { throwIfCancelled } from '../http/patience.ts';
import { maximumObjectBytes } from '../local-git/object-store.ts';
import type { PackFile } from '../local-git/pack-file.ts';

/** Larger objects are hashed as they pass and never held. */
const largeBytes = 1024 * 1024;
const pauseAfterObjects = 512;

/**
 * Finds the id of every object of a pack that has no index, and checks the whole against its checksum. `offsets` fills while
 * it runs and serves `file` to find the bases of differences; of what is in the pack only these two numbers are kept.
 */
export async function indexPack(
  window: ByteWindow,
  hashName: HashName,
  { offsets, file }: { readonly offsets: Map<string, number>; readonly file: PackFile },
  signal: AbortSignal,
): Promise<void> {
  const input: PackInput = { window, checksum: createHash(hashName), offset: 0 };
  const objects = await readPackHeader(input);
  let deltas: number[] = [];
  for (let index = 0; index < objects; index++) {
    throwIfCancelled(signal);
    const { offset } = input;
    const { type, size } = await readEntryHeader(input, idBytes[hashName]);
    const id = createHash(hashName).update(`${type} ${size}\0`);
    if (size > largeBytes) await passEntry(input, size, (bytes) => id.update(bytes));
    else id.update((await inflateEntry(input, size)).content);
    if (type === 'delta') deltas.push(offset);
    else offsets.set(id.digest('hex'), offset);
  }
  await verifyEnd(input, idBytes[hashName]);
  for (let before = -1; before !== deltas.length;) {
    before = deltas.length;
    const unnamed: number[] = [];
    for (const [index, offset] of deltas.entries()) {
      if (!nameDelta(offset, hashName, offsets, file)) unnamed.push(offset);
      if (index % pauseAfterObjects === 0) await pause(signal);
    }
    deltas = unnamed;
  }
}

async function pause(signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  throwIfCancelled(signal);
}

/** False where the base has not been named yet. What is too large to be read stays without a name and is not found. */
function nameDelta(offset: number, hashName: HashName, offsets: Map<string, number>, file: PackFile): boolean {
  if (file.sizeOf(offset) > maximumObjectBytes) return true;
  const object = file.read(offset);
  if (object === undefined) return false;
  offsets.set(objectId(hashName, object.type, object.content), offset);
  return true;
}
