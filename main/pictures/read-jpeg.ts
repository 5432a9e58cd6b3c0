import type { HeaderResult } from './picture-header.ts';

export function isJpeg(bytes: Buffer): boolean {
  return bytes.length >= 3 && bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
}

/** Frame headers of every coding; C4, C8 and CC in this range are tables. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** Restart marks, start of image and the private mark have no length. */
function isBare(marker: number): boolean {
  return (marker >= 0xd0 && marker <= 0xd8) || marker === 0x01;
}

interface Frame {
  readonly width: number;
  readonly height: number;
}

/** The segments before the scan; a thumbnail inside one of them is not looked into. */
export function readJpeg(bytes: Buffer): HeaderResult {
  let frame: Frame | null = null;
  for (let at = 2; at + 4 <= bytes.length;) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes.readUInt8(at + 1);
    if (marker === 0xff || isBare(marker)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    const length = bytes.readUInt16BE(at + 2);
    if (length < 2 || marker === 0xd9) return null;
    if (marker === 0xda) return frame && { type: 'jpeg', ...frame, isWhole: () => hasEnd(bytes, at + 2 + length) };
    if (isFrame(marker) && frame === null) {
      if (length < 8 || at + 9 > bytes.length) return null;
      frame = { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    } else if (isFrame(marker)) return null;
    at += 2 + length;
  }
  return frame && { type: 'jpeg', ...frame, isWhole: () => false };
}

/** Inside a scan the end mark cannot stand by chance: a data byte FF is followed by 00. Cameras add bytes behind it. */
function hasEnd(bytes: Buffer, scanAt: number): boolean {
  return bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) >= scanAt;
}
