import { inflateSync } from 'node:zlib';
import { SourceFailure } from '../source.ts';
import { ContentCache } from './content-cache.ts';
import { applyDelta, deltaSizes } from './delta.ts';
import { type GitContent, type GitObjectType, type HashName, objectId, type ReadObject } from './git-object.ts';

/** Where a delta finds its base: at an earlier place of the pack, or by id, in the pack or outside it. */
export type BaseReference = { readonly offset: number } | { readonly oid: string };

/** An object as it came; `compressed` is kept rather than the content, so that a pack needs little memory. */
interface Entry {
  readonly size: number;
  readonly compressed: Buffer;
  /** Null for a whole object; an id where the base is outside the pack. */
  readonly base: Entry | string | null;
  readonly type: GitObjectType;
  readonly depth: number;
}

interface WaitingDelta {
  readonly offset: number;
  readonly base: BaseReference;
  readonly delta: Buffer;
  readonly compressed: Buffer;
}

export interface PackOptions {
  readonly hashName: HashName;
  readonly maximumBlobBytes: number;
  /** Objects outside the pack that its deltas may build on. */
  readonly readBase: ReadObject;
}

const cacheBytes = 16 * 1024 * 1024;
const maximumDepth = 4095;
/** Of a commit or a tree. A tree of 100,000 files with long names has about 8 MB. */
const maximumStructureBytes = 64 * 1024 * 1024;

export function maximumBytesOf(type: GitObjectType, maximumBlobBytes: number): number {
  return type === 'blob' ? maximumBlobBytes : maximumStructureBytes;
}

/** The objects of one pack, found by id. Every id is computed from the content, never believed. */
export class Pack {
  readonly #options: PackOptions;
  readonly #byOffset = new Map<number, Entry>();
  readonly #byId = new Map<string, Entry>();
  readonly #cache = new ContentCache<Entry | string>(cacheBytes);
  readonly #absent = new Set<string>();
  #waiting: WaitingDelta[] = [];
  #hasTooLargeResult = false;
  #newIds: string[] = [];
  #keptBytes = 0;
  /** Ids of whole objects that were too large and were passed over. */
  readonly tooLargeIds = new Set<string>();

  constructor(options: PackOptions) {
    this.#options = options;
  }

  get hashName(): HashName {
    return this.#options.hashName;
  }

  get maximumBlobBytes(): number {
    return this.#options.maximumBlobBytes;
  }

  /** True where a delta has no base, neither in the pack nor outside it. */
  get isMissingBases(): boolean {
    return this.#waiting.length > 0;
  }

  /** True where a delta announced a result that is too large; its id is unknown. */
  get hasTooLargeResult(): boolean {
    return this.#hasTooLargeResult;
  }

  /** Memory that the objects take as they came. */
  get keptBytes(): number {
    return this.#keptBytes;
  }

  /** Ids that have become readable since this was asked last. */
  takeNewIds(): readonly string[] {
    const ids = this.#newIds;
    this.#newIds = [];
    return ids;
  }

  addWhole(offset: number, type: GitObjectType, content: Buffer, compressed: Buffer): void {
    this.#add(offset, { size: content.length, compressed, base: null, type, depth: 0 }, { type, content });
  }

  /** Returns how many bytes of content came of it. */
  addDelta(offset: number, base: BaseReference, delta: Buffer, compressed: Buffer): number {
    const waiting: WaitingDelta = { offset, base, delta, compressed };
    const { resultSize } = deltaSizes(delta);
    if (this.#tryResolve(waiting)) return this.#byOffset.has(offset) ? resultSize : 0;
    this.#waiting.push(waiting);
    return delta.length;
  }

  /** Resolves the deltas whose base came later than they did. */
  settle(): void {
    for (let before = -1; before !== this.#waiting.length;) {
      before = this.#waiting.length;
      this.#waiting = this.#waiting.filter((waiting) => !this.#tryResolve(waiting));
    }
  }

  has(oid: string): boolean {
    return this.#byId.has(oid);
  }

  read(oid: string): GitContent | undefined {
    const entry = this.#byId.get(oid);
    return entry && this.#contentOf(entry);
  }

  #add(offset: number, entry: Entry, content: GitContent): void {
    this.#byOffset.set(offset, entry);
    this.#cache.set(entry, content);
    this.#keptBytes += entry.compressed.length;
    const oid = objectId(this.hashName, content.type, content.content);
    if (!this.#byId.has(oid)) this.#newIds.push(oid);
    this.#byId.set(oid, entry);
  }

  #tryResolve({ offset, base, delta, compressed }: WaitingDelta): boolean {
    const baseEntry = 'offset' in base ? this.#byOffset.get(base.offset) : (this.#byId.get(base.oid) ?? base.oid);
    if (baseEntry === undefined) return false;
    const baseContent = typeof baseEntry === 'string' ? this.#outside(baseEntry) : this.#contentOf(baseEntry);
    if (baseContent === undefined) return false;
    const { type } = baseContent;
    if (deltaSizes(delta).resultSize > maximumBytesOf(type, this.maximumBlobBytes)) {
      this.#hasTooLargeResult = true;
      return true;
    }
    const depth = typeof baseEntry === 'string' ? 1 : baseEntry.depth + 1;
    if (depth > maximumDepth) throw new SourceFailure('damaged-transfer', 'the pack chains too many differences');
    const content = applyDelta(baseContent.content, delta);
    this.#add(offset, { size: delta.length, compressed, base: baseEntry, type, depth }, { type, content });
    return true;
  }

  #outside(oid: string): GitContent | undefined {
    if (this.#absent.has(oid)) return undefined;
    const found = this.#cache.get(oid) ?? this.#options.readBase(oid);
    if (found === undefined) this.#absent.add(oid);
    else this.#cache.set(oid, found);
    return found;
  }

  #contentOf(entry: Entry): GitContent {
    const deltas: Entry[] = [];
    let at = entry;
    let found = this.#cache.get(at);
    while (found === undefined) {
      if (at.base === null) {
        found = { type: at.type, content: inflate(at) };
      } else {
        deltas.push(at);
        if (typeof at.base === 'string') {
          found = this.#outside(at.base);
          if (found === undefined) throw new SourceFailure('damaged-transfer', 'the base of a difference is gone');
        } else {
          at = at.base;
          found = this.#cache.get(at);
        }
      }
    }
    for (const delta of deltas.toReversed()) found = { type: entry.type, content: applyDelta(found.content, inflate(delta)) };
    this.#cache.set(entry, found);
    return found;
  }
}

function inflate(entry: Entry): Buffer {
  return inflateSync(entry.compressed, { maxOutputLength: Math.max(entry.size, 1) });
}
