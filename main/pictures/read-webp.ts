import type { HeaderResult } from './picture-header.ts';

export function isWebp(bytes: Buffer): boolean {
  return bytes.length >= 12 && bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP';
}

/** The first chunk tells the size: one of the two codings, or the canvas that frames and coding may not exceed. */
export function readWebp(bytes: Buffer): HeaderResult {
  if (bytes.length < 30) return null;
  const size = sizeOf(bytes.toString('latin1', 12, 16), bytes);
  return size && { type: 'webp', ...size, isWhole: () => bytes.readUInt32LE(4) + 8 <= bytes.length };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function sizeOf(chunk: string, bytes: Buffer): Size | null {
  if (chunk === 'VP8X') return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
  if (chunk === 'VP8L') {
    const packed = bytes.readUInt32LE(21);
    return bytes[20] === 0x2f ? { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 } : null;
  }
  const isKeyFrame = chunk === 'VP8 ' && (bytes.readUInt8(20) & 1) === 0 && bytes.readUIntBE(23, 3) === 0x9d012a;
  return isKeyFrame ? { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff } : null;
}
