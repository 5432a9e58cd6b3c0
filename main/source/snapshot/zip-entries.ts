import { crc32 } from 'node:zlib';
import { type Entry, getFileNameLowLevel, openPromise, type ZipFile } from 'yauzl';
import { decodeName } from '../decode-name.ts';
import { throwIfCancelled } from '../http/patience.ts';
import { SourceFailure } from '../source.ts';
import { entryPath } from './entry-path.ts';
import { DamagedEntry, isOutOfProportion, type SnapshotEntry, snapshotLimits } from './snapshot-entry.ts';

const localHeaderBytes = 30;
const utf8Flag = 0x800;
const unicodePathField = 0x7075;
const unixHosts: ReadonlySet<number> = new Set([3, 19]);
const fileTypeMask = 0o170000;
const regularFile = 0o100000;

function damaged(): SourceFailure {
  return new SourceFailure('damaged-transfer', 'the zip file is cut short or damaged');
}

/** The files of a zip archive, in the order in which they lie in it. */
export async function* zipEntries(path: string, signal: AbortSignal): AsyncGenerator<SnapshotEntry, void, undefined> {
  const zip = await openPromise(path, { autoClose: false, decodeStrings: false }).catch(() => {
    throw damaged();
  });
  try {
    for (const entry of inOrder(await listEntries(zip, signal))) {
      const name = nameOf(entry);
      const safe = isRegularFile(entry, name) ? entryPath(name) : null;
      if (safe !== null) yield asSnapshotEntry(zip, entry, safe);
    }
  } finally {
    zip.close();
  }
}

async function listEntries(zip: ZipFile, signal: AbortSignal): Promise<Entry[]> {
  const { maximumEntries } = snapshotLimits;
  const entries: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) {
      throwIfCancelled(signal);
      if (entries.length >= maximumEntries)
        throw new SourceFailure('too-large', `the snapshot holds more than ${maximumEntries} files`);
      entries.push(entry);
    }
  } catch (error) {
    throw error instanceof SourceFailure ? error : damaged();
  }
  return entries;
}

/** Entries that share bytes make a small file unfold to an endless one; no honest program writes them. */
function inOrder(entries: readonly Entry[]): Entry[] {
  const sorted = entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  let end = 0;
  for (const entry of sorted) {
    if (entry.relativeOffsetOfLocalHeader < end)
      throw new SourceFailure('damaged-transfer', 'files overlap in the zip file: it is damaged or made to do harm');
    end = entry.relativeOffsetOfLocalHeader + localHeaderBytes + entry.compressedSize;
  }
  return sorted;
}

/** Names are UTF-8 where the entry says so, else in whatever system the archive was packed on. */
function nameOf(entry: Entry): string {
  const isTold = (entry.generalPurposeBitFlag & utf8Flag) !== 0 || entry.extraFields.some(({ id }) => id === unicodePathField);
  const name = isTold
    ? getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true)
    : decodeName(entry.fileNameRaw);
  return unixHosts.has(entry.versionMadeBy >> 8) ? name : name.replaceAll('\\', '/');
}

function isRegularFile(entry: Entry, name: string): boolean {
  const fileType = (entry.externalFileAttributes >>> 16) & fileTypeMask;
  return !name.endsWith('/') && (fileType === 0 || fileType === regularFile);
}

function asSnapshotEntry(zip: ZipFile, entry: Entry, path: string): SnapshotEntry {
  return {
    path,
    size: entry.uncompressedSize,
    modifiedAtMs: entry.getLastModDate({ timezone: 'UTC' }).getTime(),
    refusal: refusalOf(entry),
    read: () => readEntry(zip, entry),
  };
}

function refusalOf(entry: Entry): string | null {
  if (entry.isEncrypted()) return null;
  if (!entry.canDecodeFileData()) return 'the file is packed in a way that is not understood';
  const isSuspect = isOutOfProportion(entry.uncompressedSize, entry.compressedSize);
  return isSuspect ? 'the file unfolds to more than a hundred times its size' : null;
}

async function* readEntry(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer, void, undefined> {
  if (entry.isEncrypted()) throw new SourceFailure('origin-not-understood', 'the snapshot is encrypted');
  let checksum = 0;
  try {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream) {
      checksum = crc32(chunk as Buffer, checksum);
      yield chunk as Buffer;
    }
  } catch {
    throw new DamagedEntry('the file cannot be unpacked');
  }
  if (checksum !== entry.crc32) throw new DamagedEntry('the checksum of the file is wrong');
}
