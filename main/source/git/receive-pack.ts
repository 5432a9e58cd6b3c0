import { createHash } from 'node:crypto';
import { ByteWindow } from '../http/byte-window.ts';
import { SourceFailure } from '../source.ts';
import { idBytes } from './git-object.ts';
import { maximumBytesOf, type Pack } from './pack.ts';
import { type EntryHeader, inflateEntry, type PackInput, passEntry, readEntryHeader, takeBytes } from './pack-entry.ts';
import { cutShort } from './pkt-line.ts';

export interface ReceiveLimits {
  /**
   * A portion holds only files and may be continued: it ends at a file that is too large, or when it is full. A whole pack is
   * needed entirely: files that are too large are read past, and too much of the rest is 'too-large'.
   */
  readonly kind: 'portion' | 'whole';
  /** Of what is kept in memory, compressed. */
  readonly maximumPackBytes: number;
  /** Of all that the pack unfolds to. */
  readonly maximumContentBytes: number;
}

/** How a transfer ended: with everything, at a file that is too large, or because the portion is full. */
export type ReceiveEnd = 'complete' | 'too-large' | 'full';

const headerBytes = 12;
const maximumObjects = 10_000_000;
const pauseAfterBytes = 1024 * 1024;
const pauseAfterObjects = 64;

/**
 * Reads a pack as it arrives, and pauses now and then so that what has come can be taken. Where it throws, the objects that
 * were complete by then are in `pack` all the same: each was checked against its own id.
 */
export async function* receivePack(
  bytes: AsyncIterable<Buffer>,
  pack: Pack,
  limits: ReceiveLimits,
): AsyncGenerator<void, ReceiveEnd, undefined> {
  const input: PackInput = { window: new ByteWindow(bytes), checksum: createHash(pack.hashName), offset: 0 };
  try {
    const objects = await readPackHeader(input);
    let total = 0;
    let pausedAt = { index: 0, total: 0 };
    for (let index = 0; index < objects; index++) {
      const received = await receiveEntry(input, pack, limits);
      if (received === 'too-large') return received;
      total += received;
      if (total > limits.maximumContentBytes) throw tooMuch();
      if (pack.keptBytes > limits.maximumPackBytes) {
        if (limits.kind === 'whole') throw tooMuch();
        if (index + 1 < objects) return 'full';
      }
      if (total - pausedAt.total < pauseAfterBytes && index - pausedAt.index < pauseAfterObjects) continue;
      pausedAt = { index, total };
      yield;
    }
    await verifyEnd(input, idBytes[pack.hashName]);
    return 'complete';
  } finally {
    await input.window.close();
    pack.settle();
  }
}

function tooMuch(): SourceFailure {
  return new SourceFailure('too-large', 'the repository is larger than this program can take in at once');
}

export async function readPackHeader(input: PackInput): Promise<number> {
  if (!(await input.window.ensure(headerBytes))) throw cutShort(input.window);
  const header = takeBytes(input, headerBytes);
  const version = header.readUInt32BE(4);
  const objects = header.readUInt32BE(8);
  if (header.toString('latin1', 0, 4) !== 'PACK' || (version !== 2 && version !== 3))
    throw new SourceFailure('damaged-transfer', 'the server sent something that is no pack');
  if (objects > maximumObjects) throw new SourceFailure('too-large', `the pack announces ${objects} objects`);
  return objects;
}

/** Bytes of content that came of the next object; 'too-large' where a portion ends there. */
async function receiveEntry(input: PackInput, pack: Pack, limits: ReceiveLimits): Promise<number | 'too-large'> {
  const { offset } = input;
  const header = await readEntryHeader(input, idBytes[pack.hashName]);
  if (isTooLarge(header, pack, limits)) {
    if (limits.kind === 'portion') return 'too-large';
    await passTooLarge(input, header, pack);
    return 0;
  }
  const { content, compressed } = await inflateEntry(input, header.size);
  if (header.type !== 'delta') {
    pack.addWhole(offset, header.type, content, compressed);
    return content.length;
  }
  const added = pack.addDelta(offset, header.base, content, compressed);
  return pack.hasTooLargeResult && limits.kind === 'portion' ? 'too-large' : added;
}

/** A delta may belong to a file or to a tree: only in a portion is it known to be a file's. */
function isTooLarge(header: EntryHeader, pack: Pack, limits: ReceiveLimits): boolean {
  const deltaType = limits.kind === 'portion' ? 'blob' : 'tree';
  return header.size > maximumBytesOf(header.type === 'delta' ? deltaType : header.type, pack.maximumBlobBytes);
}

async function passTooLarge(input: PackInput, header: EntryHeader, pack: Pack): Promise<void> {
  const id = createHash(pack.hashName).update(`${header.type} ${header.size}\0`);
  await passEntry(input, header.size, (bytes) => id.update(bytes));
  if (header.type === 'blob') pack.tooLargeIds.add(id.digest('hex'));
}

export async function verifyEnd(input: PackInput, idLength: number): Promise<void> {
  const expected = input.checksum.digest();
  if (!(await input.window.ensure(idLength))) throw cutShort(input.window);
  if (!input.window.take(idLength).equals(expected))
    throw new SourceFailure('damaged-transfer', 'the checksum of the transfer is wrong');
  if (await input.window.ensure(1)) throw new SourceFailure('damaged-transfer', 'something follows the end of the pack');
}
