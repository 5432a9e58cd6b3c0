import type { HeaderResult } from './picture-header.ts';

const brands: ReadonlySet<string> = new Set(['avif', 'avis']);

export function isAvif(bytes: Buffer): boolean {
  if (bytes.length < 16 || bytes.toString('latin1', 4, 8) !== 'ftyp') return false;
  const end = Math.min(bytes.readUInt32BE(0), bytes.length, 256);
  for (let at = 8; at + 4 <= end; at += 4) if (at !== 12 && brands.has(bytes.toString('latin1', at, at + 4))) return true;
  return false;
}

interface Box {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The boxes between two places; the last is unfinished (`end` beyond `to`) where the file is cut off. */
function* boxes(bytes: Buffer, from: number, to: number): Generator<Box, void, undefined> {
  for (let at = from; at + 8 <= to;) {
    const short = bytes.readUInt32BE(at);
    const isLong = short === 1 && at + 16 <= to;
    const length = isLong ? Number(bytes.readBigUInt64BE(at + 8)) : short === 0 ? to - at : short;
    if (length < (isLong ? 16 : 8)) return;
    yield { name: bytes.toString('latin1', at + 4, at + 8), start: at + (isLong ? 16 : 8), end: at + length };
    at += length;
  }
}

function find(bytes: Buffer, parent: Box, name: string, skip = 0): Box | null {
  const end = Math.min(parent.end, bytes.length);
  for (const box of boxes(bytes, parent.start + skip, end)) if (box.name === name && box.end <= end) return box;
  return null;
}

/** The largest of the sizes given: that of the whole where a picture is put together from tiles, has a thumbnail or a mask. */
export function readAvif(bytes: Buffer): HeaderResult {
  const file: Box = { name: 'file', start: 0, end: bytes.length };
  const meta = find(bytes, file, 'meta');
  const properties = meta && find(bytes, meta, 'iprp', 4);
  const container = properties && find(bytes, properties, 'ipco');
  const sizes = container ? [...boxes(bytes, container.start, container.end)].flatMap((box) => extentOf(bytes, box)) : [];
  if (sizes.length === 0) return null;
  const width = Math.max(...sizes.map((size) => size.width));
  const height = Math.max(...sizes.map((size) => size.height));
  return { type: 'avif', width, height, isWhole: () => isFileWhole(bytes) };
}

function extentOf(bytes: Buffer, { name, start, end }: Box): readonly { readonly width: number; readonly height: number }[] {
  if (name !== 'ispe' || start + 12 > end) return [];
  return [{ width: bytes.readUInt32BE(start + 4), height: bytes.readUInt32BE(start + 8) }];
}

function isFileWhole(bytes: Buffer): boolean {
  const all = [...boxes(bytes, 0, bytes.length)];
  const hasData = all.some(({ name }) => name === 'mdat') || (all.some(({ name }) => name === 'meta') && bytes.includes('idat'));
  return hasData && all.every(({ end }) => end <= bytes.length);
}
