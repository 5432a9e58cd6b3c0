import { throwIfCancelled } from './http/patience.ts';
import type { FetchedFile, FileBatch, FileEntry, SkippedFile } from './source.ts';

const batchBytes = 8 * 1024 * 1024;
const batchFiles = 512;

/** Reads pages of this machine one by one and hands them out in portions that fit in memory. */
export async function* pageBatches(
  wanted: readonly FileEntry[],
  readPage: (entry: FileEntry) => Promise<FetchedFile | SkippedFile>,
  signal: AbortSignal,
): AsyncGenerator<FileBatch, void, undefined> {
  let files: FetchedFile[] = [];
  let skipped: SkippedFile[] = [];
  let bytes = 0;
  for (const entry of wanted) {
    throwIfCancelled(signal);
    const outcome = await readPage(entry);
    if ('code' in outcome) {
      skipped.push(outcome);
    } else {
      files.push(outcome);
      bytes += outcome.bytes.length;
    }
    if (bytes >= batchBytes || files.length + skipped.length >= batchFiles) {
      yield { files, skipped };
      [files, skipped, bytes] = [[], [], 0];
    }
  }
  if (files.length + skipped.length > 0) yield { files, skipped };
}
