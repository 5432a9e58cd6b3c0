import { SourceFailure } from '../source.ts';

/**
 * A stream of chunks read by length. What `peek` and `take` return stays valid: the window never writes into bytes that it
 * has handed out.
 */
export class ByteWindow {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #bytes: Buffer = Buffer.alloc(0);
  #start = 0;
  #isEnded = false;
  #failure: SourceFailure | null = null;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** Bytes at hand without waiting. */
  get available(): number {
    return this.#bytes.length - this.#start;
  }

  /** Why the stream broke off; null while it has not. What came before can still be taken. */
  get failure(): SourceFailure | null {
    return this.#failure;
  }

  /** Waits until `length` bytes are at hand; false where the stream ended before. Throws where it broke off before. */
  async ensure(length: number): Promise<boolean> {
    const isThere = await this.fill(length);
    if (!isThere && this.#failure !== null) throw this.#failure;
    return isThere;
  }

  /** The same, but false also where the stream broke off: for what may be content with fewer bytes. */
  async fill(length: number): Promise<boolean> {
    if (this.available >= length) return true;
    const parts = [this.#bytes.subarray(this.#start)];
    let total = this.available;
    while (total < length && !this.#isEnded) {
      const chunk = await this.#nextChunk();
      if (chunk === null) continue;
      parts.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length));
      total += chunk.length;
    }
    this.#bytes = Buffer.concat(parts, total);
    this.#start = 0;
    return total >= length;
  }

  async #nextChunk(): Promise<Uint8Array | null> {
    try {
      const next = await this.#chunks.next();
      if (next.done !== true) return next.value;
    } catch (error) {
      if (!(error instanceof SourceFailure)) throw error;
      this.#failure = error;
    }
    this.#isEnded = true;
    return null;
  }

  /** Up to `length` bytes of those at hand. */
  peek(length: number): Buffer {
    return this.#bytes.subarray(this.#start, Math.min(this.#start + length, this.#bytes.length));
  }

  take(length: number): Buffer {
    const bytes = this.peek(length);
    this.#start += bytes.length;
    return bytes;
  }

  /** Lets go of the stream; what is at hand can still be taken. */
  async close(): Promise<void> {
    this.#isEnded = true;
    await this.#chunks.return?.();
  }
}
