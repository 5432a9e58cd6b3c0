import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { asStoreFailure, StoreFailure } from './store-failure.ts';

/**
 * Pages of news compress to a third. Level 6 costs no more than level 4 on them (0.2 ms for 16 kB) and reading is four
 * times faster than writing; brotli of the same speed is no smaller.
 */
const level = 6;

export function compress(content: Uint8Array | string): Uint8Array {
  return deflateRawSync(content, { level });
}

export function decompress(stored: Uint8Array): Uint8Array {
  try {
    return inflateRawSync(stored);
  } catch (error) {
    throw asDamage(error);
  }
}

export function decompressText(stored: Uint8Array): string {
  return Buffer.from(decompress(stored)).toString('utf8');
}

function asDamage(error: unknown): unknown {
  const failure = asStoreFailure(error);
  return failure instanceof StoreFailure
    ? failure
    : new StoreFailure('library-damaged', 'Stored content cannot be read', { cause: error });
}
