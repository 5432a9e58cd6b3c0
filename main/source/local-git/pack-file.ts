import { closeSync } from 'node:fs';
import { inflateSync, constants } from 'node:zlib';
import { ContentCache } from '../git/content-cache.ts';
import { applyDelta, deltaSizes } from '../git/delta.ts';
import { type GitContent, type HashName, idBytes } from '../git/git-object.ts';
import { type EntryHeader, longestCompressed, longestHeaderBytes, parseEntryHeader, tryInflate } from '../git/pack-entry.ts';
import { SourceFailure } from '../source.ts';
import { maximumObjectBytes } from './object-store.ts';
import { readAt } from './read-at.ts';

export interface PackPlace {
  /** Of the open file; closed by `PackFile.close`. */
  readonly descriptor: number;
  /** Where the pack begins in the file; offsets count from there. */
  readonly start: number;
  readonly hashName: HashName;
}

interface Entry {
  readonly header: EntryHeader;
  readonly contentAt: number;
}

const cacheBytes = 32 * 1024 * 1024;
const maximumDepth = 4095;
/** Of a compressed delta: enough for the longest table of codes and the two sizes behind it. */
const deltaStartBytes = 1024;

function damaged(what: string): SourceFailure {
  return new SourceFailure('damaged-transfer', `the pack cannot be read: ${what}`);
}

/** A pack on disk, read object by object at their offsets. */
export class PackFile {
  readonly #place: PackPlace;
  readonly #findOffset: (oid: string) => number | undefined;
  readonly #cache = new ContentCache<number>(cacheBytes);

  constructor(place: PackPlace, findOffset: (oid: string) => number | undefined) {
    this.#place = place;
    this.#findOffset = findOffset;
  }

  /** Undefined where a delta builds on an object that cannot be found (yet). */
  read(offset: number): GitContent | undefined {
    const deltas: { readonly offset: number; readonly bytes: Buffer }[] = [];
    let at = offset;
    let found = this.#cache.get(at);
    while (found === undefined) {
      const { header, contentAt } = this.#entryAt(at);
      const bytes = this.#inflate(contentAt, header.size);
      if (header.type !== 'delta') {
        found = { type: header.type, content: bytes };
        break;
      }
      if (deltas.length >= maximumDepth) throw damaged('too many differences in a chain');
      deltas.push({ offset: at, bytes });
      const base = 'offset' in header.base ? header.base.offset : this.#findOffset(header.base.oid);
      if (base === undefined) return undefined;
      at = base;
      found = this.#cache.get(at);
    }
    this.#cache.set(at, found);
    for (const delta of deltas.toReversed()) {
      if (deltaSizes(delta.bytes).resultSize > maximumObjectBytes) throw damaged('an object of impossible size');
      found = { type: found.type, content: applyDelta(found.content, delta.bytes) };
      this.#cache.set(delta.offset, found);
    }
    return found;
  }

  sizeOf(offset: number): number {
    const { header, contentAt } = this.#entryAt(offset);
    if (header.type !== 'delta') return header.size;
    const compressed = readAt(this.#place.descriptor, contentAt, deltaStartBytes);
    return deltaSizes(inflateStart(compressed)).resultSize;
  }

  close(): void {
    closeSync(this.#place.descriptor);
  }

  #entryAt(offset: number): Entry {
    const { descriptor, start, hashName } = this.#place;
    const bytes = readAt(descriptor, start + offset, longestHeaderBytes);
    const { header, length } = parseEntryHeader(bytes, offset, idBytes[hashName], () => damaged('it ends too early'));
    return { header, contentAt: start + offset + length };
  }

  #inflate(position: number, size: number): Buffer {
    if (size > maximumObjectBytes) throw damaged('an object of impossible size');
    const longest = longestCompressed(size);
    for (let wanted = longest; wanted <= 4 * longest + 65_536; wanted *= 2) {
      const inflated = tryInflate(readAt(this.#place.descriptor, position, wanted), size);
      if (inflated !== null) return inflated.content;
    }
    throw damaged('it ends too early');
  }
}

function inflateStart(compressed: Buffer): Buffer {
  try {
    return inflateSync(compressed, { finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    throw damaged('an object that cannot be inflated');
  }
}
