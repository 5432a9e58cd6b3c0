import type { Hash } from 'node:crypto';
import { createInflate, inflateSync } from 'node:zlib';
import type { ByteWindow } from '../http/byte-window.ts';
import { SourceFailure } from '../source.ts';
import type { GitObjectType } from './git-object.ts';
import type { BaseReference } from './pack.ts';
import { cutShort } from './pkt-line.ts';

/** The bytes of a pack on their way in: counted for offsets, hashed for the checksum at the end. */
export interface PackInput {
  readonly window: ByteWindow;
  readonly checksum: Hash;
  offset: number;
}

export type EntryHeader =
  | { readonly size: number; readonly type: GitObjectType; readonly base: null }
  | { readonly size: number; readonly type: 'delta'; readonly base: BaseReference };

const typesByNumber: Readonly<Record<number, GitObjectType>> = { 1: 'commit', 2: 'tree', 3: 'blob', 4: 'tag' };
const offsetDelta = 6;
const referenceDelta = 7;
/** Type and size, offset or id of the base: 10 + 32 bytes at most. */
export const longestHeaderBytes = 48;

export function takeBytes(input: PackInput, length: number): Buffer {
  const bytes = input.window.take(length);
  input.checksum.update(bytes);
  input.offset += bytes.length;
  return bytes;
}

function damaged(what: string): SourceFailure {
  return new SourceFailure('damaged-transfer', `the pack cannot be read: ${what}`);
}

/** `start` is where the entry stands in its pack, `bytes` what is there; `cutOff` is thrown where they do not suffice. */
export function parseEntryHeader(
  bytes: Buffer,
  start: number,
  idLength: number,
  cutOff: () => SourceFailure,
): { readonly header: EntryHeader; readonly length: number } {
  let at = 0;
  const nextByte = (): number => {
    const byte = bytes[at];
    if (byte === undefined) throw cutOff();
    at++;
    return byte;
  };
  const first = nextByte();
  const size = readSize(first, nextByte);
  const number = (first >> 4) & 7;
  const type = typesByNumber[number];
  if (type !== undefined) return { header: { size, type, base: null }, length: at };
  if (number === offsetDelta) {
    const offset = start - readDistance(nextByte);
    if (offset < 0 || offset >= start) throw damaged('a base before the beginning');
    return { header: { size, type: 'delta', base: { offset } }, length: at };
  }
  if (number !== referenceDelta || at + idLength > bytes.length) throw damaged('an unknown kind of object');
  const oid = bytes.toString('hex', at, at + idLength);
  return { header: { size, type: 'delta', base: { oid } }, length: at + idLength };
}

export async function readEntryHeader(input: PackInput, idLength: number): Promise<EntryHeader> {
  await input.window.fill(longestHeaderBytes);
  const bytes = input.window.peek(longestHeaderBytes);
  const { header, length } = parseEntryHeader(bytes, input.offset, idLength, () => cutShort(input.window));
  takeBytes(input, length);
  return header;
}

function readSize(first: number, nextByte: () => number): number {
  let size = first & 15;
  let factor = 16;
  for (let byte = first; byte & 0x80; factor *= 128) {
    if (factor > 2 ** 46) throw damaged('an impossible size');
    byte = nextByte();
    size += (byte & 0x7f) * factor;
  }
  return size;
}

function readDistance(nextByte: () => number): number {
  let byte = nextByte();
  let distance = byte & 0x7f;
  while (byte & 0x80) {
    byte = nextByte();
    distance = (distance + 1) * 128 + (byte & 0x7f);
    if (distance > 2 ** 46) throw damaged('an impossible distance');
  }
  return distance;
}

/** The longest that any usual compressor makes of `size` bytes. */
export function longestCompressed(size: number): number {
  return size + (size >> 3) + (size >> 6) + 64;
}

/**
 * The content of an entry and the bytes that it came in. A pack does not say how long those are, so the content is inflated
 * from what is at hand, and again with more where the encoder was wasteful.
 */
export async function inflateEntry(input: PackInput, size: number): Promise<{ content: Buffer; compressed: Buffer }> {
  for (let wanted = longestCompressed(size); ; wanted *= 2) {
    const isAllThere = await input.window.fill(wanted);
    const inflated = tryInflate(input.window.peek(wanted), size);
    if (inflated !== null) {
      const compressed = Buffer.from(takeBytes(input, inflated.consumed));
      return { content: inflated.content, compressed };
    }
    if (!isAllThere) throw cutShort(input.window);
    if (wanted > 2 * longestCompressed(size) + 65_536) throw damaged('too many bytes for one object');
  }
}

/** Null where the bytes end before the object does. */
export function tryInflate(bytes: Buffer, size: number): { content: Buffer; consumed: number } | null {
  try {
    // Room for one byte more than announced lets zlib see the end of its stream in a single step.
    const result: unknown = inflateSync(bytes, { info: true, chunkSize: Math.max(size + 1, 64), maxOutputLength: size + 1 });
    const { buffer, engine } = result as { buffer: Buffer; engine: { bytesWritten: number } };
    if (buffer.length !== size) throw damaged('an object of another length than announced');
    return { content: buffer, consumed: engine.bytesWritten };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'Z_BUF_ERROR') return null;
    throw error instanceof SourceFailure ? error : damaged('an object that cannot be inflated');
  }
}

/** Reads past an object of any size without holding it; `onBytes` sees its content. */
export async function passEntry(input: PackInput, size: number, onBytes: (bytes: Buffer) => void): Promise<void> {
  const inflater = createInflate();
  const progress = { produced: 0, isEnded: false };
  inflater.on('data', (bytes: Buffer) => {
    progress.produced += bytes.length;
    onBytes(bytes);
  });
  const failed = new Promise<never>((_resolve, reject) => {
    inflater.once('error', () => reject(damaged('an object that cannot be inflated')));
  });
  inflater.once('end', () => {
    progress.isEnded = true;
  });
  while (!progress.isEnded && progress.produced <= size) {
    if (!(await input.window.ensure(1))) throw cutShort(input.window);
    const before = inflater.bytesWritten;
    const written = new Promise<void>((resolve) => inflater.write(input.window.peek(65_536), () => resolve()));
    await Promise.race([written, failed]);
    // What was produced, and the end, are told only after what was written.
    await new Promise((resolve) => setImmediate(resolve));
    takeBytes(input, inflater.bytesWritten - before);
  }
  inflater.destroy();
  if (progress.produced !== size) throw damaged('an object of another length than announced');
}
