import { indexPending, type MergeExtent, mergeIndex } from '#main/search/index-writer.ts';
import type { WritableDb } from '#main/store/database.ts';

const articlesPerBatch = 250;
const pagesPerMergeSlice = 1_000;
/** Merging everything writes the whole index once more: worth it only where a good part of it is new. */
const largeShare = 1 / 8;

const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Indexes what waits for it, in short batches so that readers get in between, and merges afterwards, in slices. What an abort
 * leaves waits for the next time.
 */
export async function indexWaiting(
  db: WritableDb,
  onProgress: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<void> {
  let done = 0;
  for (let remaining = 1; remaining > 0 && !signal.aborted;) {
    const batch = indexPending(db, { maximumArticles: articlesPerBatch });
    done += batch.indexed;
    ({ remaining } = batch);
    if (batch.indexed > 0) onProgress(done, done + remaining);
    await pause();
  }
  if (done === 0 || signal.aborted) return;
  const articles = db.first<{ total: number }>('SELECT count(*) AS total FROM article')?.total ?? 0;
  let extent: MergeExtent = done > articles * largeShare ? 'everything' : 'where-due';
  while (!signal.aborted && mergeIndex(db, pagesPerMergeSlice, extent)) {
    extent = 'where-due';
    await pause();
  }
}
