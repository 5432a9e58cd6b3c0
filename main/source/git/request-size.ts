/** What the request just answered cost. */
export interface RequestCost {
  readonly objects: number;
  readonly bytesDown: number;
}

export const firstRequestObjects = 4096;
const maximumObjects = 16_384;
const minimumObjects = 64;
const aimedBytesDown = 24 * 1024 * 1024;

/**
 * How many files to ask for next. Files of one request share content, and pages of an archive share much: in one request of
 * 1,100 pages a server sent 3.8 MB, in two 5.1 MB. Nothing speaks for small requests, since what has arrived is handed out
 * at once and survives a cut; memory, which holds a request's compressed bytes, speaks against endless ones.
 */
export function nextRequestObjects(cost: RequestCost): number {
  const growth = Math.min(2, aimedBytesDown / Math.max(cost.bytesDown, 1));
  return Math.min(maximumObjects, Math.max(minimumObjects, Math.floor(cost.objects * growth)));
}
