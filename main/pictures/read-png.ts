import type { HeaderResult } from './picture-header.ts';

const signature = Buffer.from('89504e470d0a1a0a', 'hex');
const headerEnd = 33;

export function isPng(bytes: Buffer): boolean {
  return bytes.length >= signature.length && bytes.subarray(0, signature.length).equals(signature);
}

/** IHDR comes first and alone tells the size; the chunks are walked to IEND, so that a file cut off is known. */
export function readPng(bytes: Buffer): HeaderResult {
  if (bytes.length < headerEnd || bytes.readUInt32BE(8) !== 13 || bytes.toString('latin1', 12, 16) !== 'IHDR') return null;
  return { type: 'png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), isWhole: () => endsWell(bytes) };
}

function endsWell(bytes: Buffer): boolean {
  let hasData = false;
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const name = bytes.toString('latin1', at + 4, at + 8);
    at += 12 + length;
    if (at > bytes.length) return false;
    if (name === 'IDAT') hasData = true;
    if (name === 'IEND') return hasData;
  }
  return false;
}
