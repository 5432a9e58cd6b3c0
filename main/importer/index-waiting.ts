import { indexPending, mergeIndex } from '#main/search/index-writer.ts';
import type { WritableDb } from '#main/store/database.ts';

const articlesPerBatch = 250;
/** The index's segments are merged a little after every sync, never all in one go. */
const mergeSlices = 16;
const pagesPerMergeSlice = 500;

const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Indexes what waits for it, in short batches so that readers get in between. What an abort leaves waits for the next time.
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
  if (done === 0) return;
  for (let slice = 0; slice < mergeSlices && !signal.aborted && mergeIndex(db, pagesPerMergeSlice); slice += 1) await pause();
}
