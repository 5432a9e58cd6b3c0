import { SourceFailure } from '../source.ts';

function damaged(): SourceFailure {
  return new SourceFailure('damaged-transfer', 'a difference between two files cannot be applied');
}

/** A length in groups of 7 bits, lowest first. */
function readLength(bytes: Uint8Array, start: number): { readonly value: number; readonly next: number } {
  let value = 0;
  let factor = 1;
  for (let at = start; at < start + 7; at++) {
    const byte = bytes[at];
    if (byte === undefined) break;
    value += (byte & 0x7f) * factor;
    if (byte < 0x80) return { value, next: at + 1 };
    factor *= 128;
  }
  throw damaged();
}

/** Sizes of the base and of the result that a delta announces. */
export function deltaSizes(delta: Uint8Array): {
  readonly baseSize: number;
  readonly resultSize: number;
  readonly start: number;
} {
  const base = readLength(delta, 0);
  const result = readLength(delta, base.next);
  return { baseSize: base.value, resultSize: result.value, start: result.next };
}

/** Builds an object from its base. The caller has checked that the announced result is not too large. */
export function applyDelta(base: Uint8Array, delta: Uint8Array): Buffer {
  const { baseSize, resultSize, start } = deltaSizes(delta);
  if (baseSize !== base.length) throw damaged();
  const result = Buffer.allocUnsafe(resultSize);
  let filled = 0;
  let at = start;
  while (at < delta.length) {
    const instruction = delta[at] ?? 0;
    at++;
    let piece: Uint8Array;
    if (instruction & 0x80) {
      const copy = readCopy(delta, at, instruction);
      at = copy.next;
      if (copy.offset + copy.size > base.length) throw damaged();
      piece = base.subarray(copy.offset, copy.offset + copy.size);
    } else {
      if (instruction === 0 || at + instruction > delta.length) throw damaged();
      piece = delta.subarray(at, at + instruction);
      at += instruction;
    }
    if (filled + piece.length > resultSize) throw damaged();
    result.set(piece, filled);
    filled += piece.length;
  }
  if (filled !== resultSize) throw damaged();
  return result;
}

/** Each of the lower seven bits of `instruction` says whether one byte of the offset (4) or of the size (3) follows. */
function readCopy(
  delta: Uint8Array,
  start: number,
  instruction: number,
): { readonly offset: number; readonly size: number; readonly next: number } {
  let next = start;
  const readNumber = (firstBit: number, bytes: number): number => {
    let value = 0;
    for (let index = 0; index < bytes; index++)
      if (instruction & (1 << (firstBit + index))) {
        const byte = delta[next];
        if (byte === undefined) throw damaged();
        value += byte * 256 ** index;
        next++;
      }
    return value;
  };
  const offset = readNumber(0, 4);
  const size = readNumber(4, 3);
  return { offset, size: size === 0 ? 0x10000 : size, next };
}
