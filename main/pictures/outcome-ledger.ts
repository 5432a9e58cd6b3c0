import type { ClaimedPicture } from '#main/store/pictures/claim-pictures.ts';
import type { WritableDb } from '#main/store/database.ts';
import { isRefusal } from '#main/store/pictures/picture-reason.ts';
import { recordLater, recordMissing, recordStored, recordUnchanged } from '#main/store/pictures/record-picture.ts';
import type { PictureOutcome } from './fetch-one.ts';

export interface OutcomeCount {
  readonly stored: number;
  /** Asked again and still the same. */
  readonly unchanged: number;
  readonly failed: number;
  readonly refused: number;
  /** Bytes that were new to the library. */
  readonly storedBytes: number;
}

/** A process that is killed loses what is not written yet, so it is little; a transaction for each picture takes twice as long. */
const portion = 8;
const portionBytes = 4_000_000;
const portionMs = 25;

interface Settled {
  readonly claim: ClaimedPicture;
  readonly outcome: PictureOutcome;
}

/** Writes what came of pictures, a few in one transaction. */
export class OutcomeLedger {
  readonly #db: WritableDb;
  readonly #nowMs: () => number;
  readonly #onWritten: (count: OutcomeCount) => void;
  readonly #count = { stored: 0, unchanged: 0, failed: 0, refused: 0, storedBytes: 0 };
  #settled: readonly Settled[] = [];
  #bytes = 0;
  #sinceMs = 0;

  constructor(db: WritableDb, nowMs: () => number, onWritten: (count: OutcomeCount) => void) {
    this.#db = db;
    this.#nowMs = nowMs;
    this.#onWritten = onWritten;
  }

  get count(): OutcomeCount {
    return this.#count;
  }

  /** Ids whose outcome is known and not written: in the file they are still in the queue. */
  get unwritten(): readonly number[] {
    return this.#settled.map(({ claim }) => claim.id);
  }

  add(claim: ClaimedPicture, outcome: PictureOutcome): void {
    if (this.#settled.length === 0) this.#sinceMs = performance.now();
    this.#settled = [...this.#settled, { claim, outcome }];
    this.#bytes += outcome.kind === 'stored' ? outcome.bytes.length : 0;
  }

  /** Until the portion has to be written; Infinity where there is none. */
  dueInMs(): number {
    if (this.#settled.length === 0) return Infinity;
    if (this.#settled.length >= portion || this.#bytes >= portionBytes) return 0;
    return Math.max(0, this.#sinceMs + portionMs - performance.now());
  }

  write(): void {
    const settled = this.#settled;
    this.#settled = [];
    this.#bytes = 0;
    if (settled.length === 0) return;
    const recorded = this.#db.transaction(() => settled.map((one) => this.#record(one)));
    for (const { kind, bytes } of recorded) {
      if (kind === 'later') continue;
      this.#count[kind] += 1;
      this.#count.storedBytes += bytes;
      this.#onWritten(this.#count);
    }
  }

  #record({ claim, outcome }: Settled): { readonly kind: keyof OutcomeCount | 'later'; readonly bytes: number } {
    const db = this.#db;
    const at = { addressId: claim.id, atMs: this.#nowMs() };
    if (outcome.kind === 'stored') {
      const { facts, bytes, etag, lastModified } = outcome;
      const isNew = recordStored(db, { ...at, ...facts, bytes, etag, lastModified });
      return { kind: 'stored', bytes: isNew ? bytes.length : 0 };
    }
    if (outcome.kind === 'later') recordLater(db, { addressId: claim.id, ...outcome });
    else if (outcome.kind === 'unchanged') recordUnchanged(db, at);
    else {
      recordMissing(db, { ...at, reason: outcome.reason });
      return { kind: isRefusal(outcome.reason) ? 'refused' : 'failed', bytes: 0 };
    }
    return { kind: outcome.kind, bytes: 0 };
  }
}
