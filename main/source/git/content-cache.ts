import type { GitContent } from './git-object.ts';

/** Contents used last, up to a number of bytes: deltas mostly build on what came just before them. */
export class ContentCache<Key> {
  readonly #contents = new Map<Key, GitContent>();
  readonly #maximumBytes: number;
  #bytes = 0;

  constructor(maximumBytes: number) {
    this.#maximumBytes = maximumBytes;
  }

  get(key: Key): GitContent | undefined {
    const found = this.#contents.get(key);
    if (found !== undefined) {
      this.#contents.delete(key);
      this.#contents.set(key, found);
    }
    return found;
  }

  set(key: Key, content: GitContent): void {
    if (content.content.length > this.#maximumBytes || this.#contents.has(key)) return;
    this.#contents.set(key, content);
    this.#bytes += content.content.length;
    for (const [oldest, { content: bytes }] of this.#contents) {
      if (this.#bytes <= this.#maximumBytes) return;
      this.#contents.delete(oldest);
      this.#bytes -= bytes.length;
    }
  }
}
