import { setImmediate as nextTurn } from 'node:timers/promises';

/** Of what is read and not taken yet: then the sender waits. */
const maximumAheadBytes = 8 * 1024 * 1024;

/**
 * Takes bytes as fast as they come, whatever the reader is busy with, and shows each chunk to `onChunk` at once. What a
 * network has delivered is then in the hands of this program, not in a buffer that is lost with it. `stop` must make a
 * pending read end.
 */
export async function* readAhead(
  source: AsyncIterable<Buffer>,
  onChunk: (chunk: Buffer) => void,
  stop: () => void,
): AsyncGenerator<Buffer, void, undefined> {
  const ahead = new Ahead();
  const pumping = pump(source, onChunk, ahead);
  try {
    for (;;) {
      const chunk = await ahead.take();
      if (chunk === null) break;
      yield chunk;
    }
  } finally {
    ahead.stop();
    stop();
    // Its failure was thrown where the chunks are taken; a reader that has gone does not wait for it.
    await pumping;
  }
}

async function pump(source: AsyncIterable<Buffer>, onChunk: (chunk: Buffer) => void, ahead: Ahead): Promise<void> {
  try {
    for await (const chunk of source) {
      onChunk(chunk);
      if (!(await ahead.put(chunk))) break;
    }
    ahead.end(null);
  } catch (error) {
    ahead.end({ error });
  }
}

/** Chunks between one that puts and one that takes. */
class Ahead {
  readonly #chunks: Buffer[] = [];
  #bytes = 0;
  #received = 0;
  #ending: { readonly failure: { readonly error: unknown } | null } | null = null;
  #isStopped = false;
  #wakeTaker: () => void = () => undefined;
  #wakePutter: () => void = () => undefined;

  /** False once nobody takes any more. */
  async put(chunk: Buffer): Promise<boolean> {
    this.#chunks.push(chunk);
    this.#bytes += chunk.length;
    this.#received += 1;
    this.#wakeTaker();
    while (this.#bytes >= maximumAheadBytes && !this.#isStopped)
      await new Promise<void>((resolve) => {
        this.#wakePutter = resolve;
      });
    return !this.#isStopped;
  }

  end(failure: { readonly error: unknown } | null): void {
    this.#ending = { failure };
    this.#wakeTaker();
  }

  /** Null after the last chunk; throws what the source threw. As long as more comes at once, that is waited for. */
  async take(): Promise<Buffer | null> {
    for (let seen = -1; seen !== this.#received && this.#bytes < maximumAheadBytes && this.#ending === null;) {
      seen = this.#received;
      await nextTurn();
    }
    for (;;) {
      const chunk = this.#chunks.shift();
      if (chunk) {
        this.#bytes -= chunk.length;
        this.#wakePutter();
        return chunk;
      }
      if (this.#ending?.failure) throw this.#ending.failure.error;
      if (this.#ending) return null;
      await new Promise<void>((resolve) => {
        this.#wakeTaker = resolve;
      });
    }
  }

  stop(): void {
    this.#isStopped = true;
    this.#wakePutter();
  }
}
