import { decodeName } from '../decode-name.ts';
import { SourceFailure } from '../source.ts';

/** What one block of 512 bytes says about the entry behind it. */
export interface TarHeader {
  readonly name: string;
  readonly size: number;
  readonly modifiedAtMs: number;
  /** `meta` entries speak about the one that follows. */
  readonly kind: 'file' | 'other' | 'long-name' | 'pax' | 'pax-global' | 'long-link';
}

export const blockBytes = 512;

const kindsByFlag: Readonly<Record<string, TarHeader['kind']>> = {
  '0': 'file',
  '\0': 'file',
  '7': 'file',
  L: 'long-name',
  K: 'long-link',
  x: 'pax',
  X: 'pax',
  g: 'pax-global',
};
/** Links, devices, folders: they have no content, whatever size they announce. */
const emptyFlags = /^[1-6]$/;

function damaged(): SourceFailure {
  return new SourceFailure('damaged-transfer', 'the snapshot is damaged, or is no tar file');
}

/** Null for a block of zeros, which ends an archive. */
export function parseTarHeader(block: Buffer): TarHeader | null {
  if (block.every((byte) => byte === 0)) return null;
  if (!isTarHeader(block)) throw damaged();
  const flag = block.toString('latin1', 156, 157);
  const isUstar = block.toString('latin1', 257, 263) === 'ustar\0';
  const prefix = isUstar ? field(block, 345, 155) : Buffer.alloc(0);
  const name = decodeName(
    prefix.length > 0 ? Buffer.concat([prefix, Buffer.from('/'), field(block, 0, 100)]) : field(block, 0, 100),
  );
  if (flag === 'S')
    throw new SourceFailure('origin-not-understood', 'the snapshot holds files with holes, which are not understood');
  const kind = kindsByFlag[flag] ?? 'other';
  return {
    name,
    size: emptyFlags.test(flag) ? 0 : numberAt(block, 124, 12),
    modifiedAtMs: numberAt(block, 136, 12) * 1000,
    kind: kind === 'file' && name.endsWith('/') ? 'other' : kind,
  };
}

/** Whether the checksum in the block is that of the block. */
export function isTarHeader(block: Buffer): boolean {
  if (block.length < blockBytes) return false;
  const sum = sumOf(block, 0, 148) + 8 * 0x20 + sumOf(block, 156, blockBytes);
  const text = field(block, 148, 8).toString('latin1').trim();
  return /^[0-7]+$/.test(text) && Number.parseInt(text, 8) === sum;
}

function sumOf(block: Buffer, start: number, end: number): number {
  let sum = 0;
  for (let at = start; at < end; at++) sum += block[at] ?? 0;
  return sum;
}

/** Up to the first NUL. */
function field(block: Buffer, start: number, length: number): Buffer {
  const bytes = block.subarray(start, start + length);
  const end = bytes.indexOf(0);
  return end < 0 ? bytes : bytes.subarray(0, end);
}

/** Octal digits, or with the first bit set a big-endian number. */
function numberAt(block: Buffer, start: number, length: number): number {
  const first = block[start] ?? 0;
  if (first >= 0x80) {
    const value = BigInt(`0x${block.toString('hex', start + 1, start + length)}`);
    if (first !== 0x80 || value > BigInt(Number.MAX_SAFE_INTEGER)) throw damaged();
    return Number(value);
  }
  const text = field(block, start, length).toString('latin1').trim();
  if (!/^[0-7]*$/.test(text)) throw damaged();
  return text === '' ? 0 : Number.parseInt(text, 8);
}

/** What an extended header overrides: `length key=value`, line by line. */
export function parsePax(content: Buffer): { readonly path: string | null; readonly size: number | null } {
  let path: string | null = null;
  let size: number | null = null;
  for (let at = 0; at < content.length;) {
    const space = content.indexOf(0x20, at);
    const length = Number(content.toString('latin1', at, space));
    const equals = content.indexOf(0x3d, space);
    const end = at + length;
    if (space < 0 || equals < 0 || !Number.isSafeInteger(length) || end <= equals || end > content.length) throw damaged();
    const key = content.toString('latin1', space + 1, equals);
    const value = content.subarray(equals + 1, end - 1);
    if (key === 'path') path = decodeName(value);
    if (key === 'size') size = Number(value.toString('latin1'));
    at = end;
  }
  if (size !== null && !(Number.isSafeInteger(size) && size >= 0)) throw damaged();
  return { path, size };
}
