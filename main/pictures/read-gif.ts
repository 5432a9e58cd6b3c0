import type { HeaderResult } from './picture-header.ts';

export function isGif(bytes: Buffer): boolean {
  return /^GIF8[79]a$/u.test(bytes.toString('latin1', 0, 6));
}

/** A frame may be larger than the screen it is drawn on, and decoders then make room for the frame: every frame is measured. */
export function readGif(bytes: Buffer): HeaderResult {
  if (bytes.length < 13) return null;
  const screen = { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8), isWhole: false };
  const { width, height, isWhole } = walkBlocks(bytes, 13 + tableLength(bytes.readUInt8(10)), screen);
  return { type: 'gif', width, height, isWhole: () => isWhole };
}

interface Walked {
  readonly width: number;
  readonly height: number;
  readonly isWhole: boolean;
}

function walkBlocks(bytes: Buffer, start: number, screen: Walked): Walked {
  let { width, height } = screen;
  let hasFrame = false;
  for (let at = start; at < bytes.length;) {
    const kind = bytes.readUInt8(at);
    if (kind === 0x3b) return { width, height, isWhole: hasFrame };
    if (kind === 0x21) at = skipSubBlocks(bytes, at + 2);
    else if (kind === 0x2c && at + 10 <= bytes.length) {
      hasFrame = true;
      width = Math.max(width, bytes.readUInt16LE(at + 1) + bytes.readUInt16LE(at + 5));
      height = Math.max(height, bytes.readUInt16LE(at + 3) + bytes.readUInt16LE(at + 7));
      at = skipSubBlocks(bytes, at + 11 + tableLength(bytes.readUInt8(at + 9)));
    } else break;
  }
  return { width, height, isWhole: false };
}

/** Of a table of colours, by the byte that announces it. */
function tableLength(packed: number): number {
  return (packed & 0x80) === 0 ? 0 : 3 * 2 ** ((packed & 7) + 1);
}

function skipSubBlocks(bytes: Buffer, start: number): number {
  let at = start;
  while (at < bytes.length) {
    const length = bytes.readUInt8(at);
    at += 1 + length;
    if (length === 0) break;
  }
  return at;
}
