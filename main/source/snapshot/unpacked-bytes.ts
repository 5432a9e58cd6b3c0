import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { throwIfCancelled } from '../http/patience.ts';
import { SourceFailure } from '../source.ts';
import { isOutOfProportion, snapshotLimits } from './snapshot-entry.ts';

const chunkBytes = 256 * 1024;

/** The bytes of a file, unpacked where it is packed by gzip, within the limits of snapshots. */
export async function* unpackedBytes(
  path: string,
  isGzip: boolean,
  signal: AbortSignal,
): AsyncGenerator<Buffer, void, undefined> {
  const count = { packed: 0, unpacked: 0 };
  const packed = countedBytes(path, count, signal);
  for await (const chunk of isGzip ? gunzipped(packed) : packed) {
    throwIfCancelled(signal);
    count.unpacked += chunk.length;
    if (count.unpacked > snapshotLimits.maximumUnpackedBytes || isOutOfProportion(count.unpacked, count.packed))
      throw new SourceFailure('too-large', 'the snapshot unfolds to far more than an archive has');
    yield chunk;
  }
}

async function* countedBytes(
  path: string,
  count: { packed: number },
  signal: AbortSignal,
): AsyncGenerator<Buffer, void, undefined> {
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes })) {
      throwIfCancelled(signal);
      count.packed += (chunk as Buffer).length;
      yield chunk as Buffer;
    }
  } catch (error) {
    if (error instanceof SourceFailure) throw error;
    throw new SourceFailure('origin-not-found', 'the file cannot be read');
  }
}

async function* gunzipped(packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
  const gunzip = createGunzip({ chunkSize: chunkBytes });
  // The outcome, good or bad, reaches the reader through `gunzip` itself.
  pipeline(Readable.from(packed), gunzip, () => undefined);
  try {
    for await (const chunk of gunzip) yield chunk as Buffer;
  } catch (error) {
    if (error instanceof SourceFailure) throw error;
    throw new SourceFailure('damaged-transfer', 'the snapshot is cut short or damaged');
  }
}
