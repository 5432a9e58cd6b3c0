import { isPrivateHost } from '#main/pictures/private-host.ts';
import { defaultFetchPolicy, fetchPictures, type PictureRun } from '#main/pictures/fetch-pictures.ts';
import { lookUpHere } from '#main/source/network/look-up-here.ts';
import type { TransformPicture } from '#main/pictures/fetch-one.ts';
import type { Network } from '#main/source/network/network.ts';
import { forPurpose } from '#main/source/network/traffic.ts';
import { openSender } from '#main/source/open-sender.ts';
import { countQueuedOnWeb } from '#main/store/pictures/claim-pictures.ts';
import type { PictureWish } from '#main/store/pictures/enqueue-pictures.ts';
import type { WritableDb } from '#main/store/database.ts';
import type { SyncProgress } from '#preload/contract/library-types.ts';

export interface PicturesErrand {
  /** Whose sync this is: what only other archives want stays in the queue. */
  readonly archiveId: string;
  /** Of the archive: its hosts may be asked also where they stand in the reader's own network. */
  readonly origins: readonly string[];
  readonly pictures: WritableDb;
  readonly network: Network;
  /** The reader's: see `alternativeAddresses`. */
  readonly templates: readonly string[];
  readonly transform: TransformPicture | null;
  readonly weakest: PictureWish;
  readonly signal: AbortSignal;
  onProgress(progress: SyncProgress): void;
}

const stallTimeoutMs = 10_000;
/** A host that is dead or blocked must not hold up the end of a sync: what it has stays in the queue for the next one. */
const policy = { ...defaultFetchPolicy, maximumAttempts: 3, longestPauseMs: 5_000 };
/** What most programs say, so that a picture's host learns nothing of the reader. */
const userAgent = 'Mozilla/5.0';

/** Fetches what is in the queue. Throws only what the store throws; the network's failures are outcomes of pictures. */
export async function bringPictures(errand: PicturesErrand): Promise<PictureRun & { readonly bytesDown: number }> {
  const { archiveId, origins, pictures, network, templates, transform, weakest, signal, onProgress } = errand;
  const transfer = { bytesDown: 0, bytesUp: 0 };
  const total = countQueuedOnWeb(pictures, { archiveId, weakest });
  const tell = (done: number, of: number): void =>
    onProgress({ stage: 'pictures', archive: archiveId, done, total: of, bytesDown: transfer.bytesDown });
  if (total > 0) tell(0, total);
  const http = openSender({ stallTimeoutMs, network: forPurpose(network, 'pictures') }, transfer);
  try {
    const run = await fetchPictures({
      db: pictures,
      http,
      userAgent,
      weakest,
      archiveId,
      policy,
      templates,
      ...(transform && { transform }),
      privateHosts: new Set(origins.flatMap(privateHost)),
      resolveHost: (hostname) => lookUpHere(hostname, network, signal),
      signal,
      onProgress: (progress) => tell(progress.done, progress.total),
      nowMs: Date.now,
      random: Math.random,
    });
    return { ...run, bytesDown: transfer.bytesDown };
  } finally {
    http.close();
  }
}

function privateHost(origin: string): readonly string[] {
  const host = /^https?:/i.test(origin) && URL.canParse(origin) ? new URL(origin).hostname : '';
  return host !== '' && isPrivateHost(host) ? [host] : [];
}
