import { decodeName } from '../decode-name.ts';
import { ByteWindow } from '../http/byte-window.ts';
import { SourceFailure } from '../source.ts';
import { entryPath } from './entry-path.ts';
import { type SnapshotEntry, snapshotLimits } from './snapshot-entry.ts';
import { blockBytes, parsePax, parseTarHeader, type TarHeader } from './tar-header.ts';

const longestMetaBytes = 1024 * 1024;
const pieceBytes = 65_536;

function cutShort(): SourceFailure {
  return new SourceFailure('damaged-transfer', 'the snapshot is cut short');
}

interface Overrides {
  readonly name: string | null;
  readonly size: number | null;
}

const nothing: Overrides = { name: null, size: null };

/** Reads a tar archive from its bytes, once and forwards. */
class TarReader {
  readonly #window: ByteWindow;
  /** Of the current entry, still unread. */
  #left = 0;
  #padding = 0;

  constructor(window: ByteWindow) {
    this.#window = window;
  }

  async nextHeader(): Promise<TarHeader | null> {
    // Many entries have no content: nothing is waited for then.
    if (this.#left > 0) for await (const passed of this.content()) void passed;
    if (this.#padding > 0) await this.#skip(this.#padding);
    if (!(await this.#window.ensure(blockBytes))) throw cutShort();
    return parseTarHeader(this.#window.take(blockBytes));
  }

  begin(size: number): void {
    this.#left = size;
    this.#padding = (blockBytes - (size % blockBytes)) % blockBytes;
  }

  async *content(): AsyncGenerator<Buffer, void, undefined> {
    while (this.#left > 0) {
      if (!(await this.#window.ensure(1))) throw cutShort();
      const piece = this.#window.take(Math.min(this.#left, pieceBytes));
      this.#left -= piece.length;
      yield piece;
    }
  }

  async meta(): Promise<Buffer> {
    if (this.#left > longestMetaBytes) throw new SourceFailure('damaged-transfer', 'the snapshot holds an impossible name');
    const pieces: Buffer[] = [];
    for await (const piece of this.content()) pieces.push(piece);
    return Buffer.concat(pieces);
  }

  /** Reading on to the end lets the packing around the archive check its own sum. */
  async finish(): Promise<void> {
    while (await this.#window.ensure(1)) this.#window.take(pieceBytes);
  }

  async #skip(length: number): Promise<void> {
    if (!(await this.#window.ensure(length))) throw cutShort();
    this.#window.take(length);
  }
}

/** The files of a tar archive (ustar, pax, GNU) in their order. */
export async function* tarEntries(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<SnapshotEntry, void, undefined> {
  const window = new ByteWindow(bytes);
  const reader = new TarReader(window);
  let overrides = nothing;
  let entries = 0;
  try {
    for (let header = await reader.nextHeader(); header !== null; header = await reader.nextHeader()) {
      entries++;
      if (entries > snapshotLimits.maximumEntries)
        throw new SourceFailure('too-large', `the snapshot holds more than ${snapshotLimits.maximumEntries} files`);
      const size = (isMeta(header) ? null : overrides.size) ?? header.size;
      reader.begin(size);
      if (isMeta(header)) {
        overrides = await readMeta(header, reader, overrides);
        continue;
      }
      const path = header.kind === 'file' ? entryPath(overrides.name ?? header.name) : null;
      overrides = nothing;
      if (path === null) continue;
      yield { path, size, modifiedAtMs: header.modifiedAtMs, refusal: null, read: () => reader.content() };
    }
    await reader.finish();
  } finally {
    await window.close();
  }
}

function isMeta({ kind }: TarHeader): boolean {
  return kind !== 'file' && kind !== 'other';
}

async function readMeta({ kind }: TarHeader, reader: TarReader, before: Overrides): Promise<Overrides> {
  const content = await reader.meta();
  if (kind === 'long-name') {
    const end = content.indexOf(0);
    return { ...before, name: decodeName(end < 0 ? content : content.subarray(0, end)) };
  }
  if (kind !== 'pax') return before;
  const { path, size } = parsePax(content);
  return { name: path ?? before.name, size: size ?? before.size };
}
