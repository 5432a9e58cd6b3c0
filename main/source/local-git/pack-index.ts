import { readFileSync } from 'node:fs';
import { type HashName, idBytes } from '../git/git-object.ts';
import { SourceFailure } from '../source.ts';

const signature = 'ff744f6300000002';
const fanoutAt = 8;
const fanoutBytes = 256 * 4;
const checksumBytes = 4;

/** The index that Git keeps beside a pack (`.idx`, version 2): offsets by id. Ids in it are believed; contents are checked later. */
export class PackIndex {
  readonly #bytes: Buffer;
  readonly #idLength: number;
  readonly #count: number;

  constructor(path: string, hashName: HashName) {
    this.#bytes = readFileSync(path);
    this.#idLength = idBytes[hashName];
    if (this.#bytes.toString('hex', 0, fanoutAt) !== signature) throw unreadable();
    this.#count = this.#fanout(255);
    const shortest = this.#idsAt + this.#count * (this.#idLength + checksumBytes + 4) + 2 * this.#idLength;
    if (this.#bytes.length < shortest) throw unreadable();
  }

  /** Where in the pack the object begins. */
  find(oid: string): number | undefined {
    const id = Buffer.from(oid, 'hex');
    const first = id[0];
    if (id.length !== this.#idLength || first === undefined) return undefined;
    let low = first === 0 ? 0 : this.#fanout(first - 1);
    let high = Math.min(this.#fanout(first), this.#count);
    while (low < high) {
      const middle = (low + high) >> 1;
      const at = this.#idsAt + middle * this.#idLength;
      const order = this.#bytes.compare(id, 0, this.#idLength, at, at + this.#idLength);
      if (order === 0) return this.#offset(middle);
      if (order < 0) low = middle + 1;
      else high = middle;
    }
    return undefined;
  }

  get #idsAt(): number {
    return fanoutAt + fanoutBytes;
  }

  #fanout(byte: number): number {
    return this.#bytes.readUInt32BE(fanoutAt + byte * 4);
  }

  /** Offsets beyond 2 GB stand in a second table, which the first bit tells. */
  #offset(index: number): number {
    const offsetsAt = this.#idsAt + this.#count * (this.#idLength + checksumBytes);
    const offset = this.#bytes.readUInt32BE(offsetsAt + index * 4);
    if (offset < 0x80000000) return offset;
    const at = offsetsAt + this.#count * 4 + (offset - 0x80000000) * 8;
    if (at + 8 > this.#bytes.length) throw unreadable();
    return Number(this.#bytes.readBigUInt64BE(at));
  }
}

function unreadable(): SourceFailure {
  return new SourceFailure('not-a-repository', 'an index of the repository is of a kind that is not understood');
}
