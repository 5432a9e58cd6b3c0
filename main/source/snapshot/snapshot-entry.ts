/** A regular file in a snapshot. Links, devices and files with unsafe names are passed over before. */
export interface SnapshotEntry {
  /** `/`-separated, decoded, safe as a key. */
  readonly path: string;
  /** As announced; what is read has this length. */
  readonly size: number;
  readonly modifiedAtMs: number;
  /** Why it cannot be read; null where it can. */
  readonly refusal: string | null;
  /** Its content, to be read before the next entry is asked for, or not at all. Throws DamagedEntry where it alone is damaged. */
  read(): AsyncIterable<Buffer>;
}

/** One file of the snapshot is damaged; the others can be read. */
export class DamagedEntry extends Error {
  override readonly name = 'DamagedEntry';
}

/**
 * Note: limits of snapshots. They come from anywhere, so a small file must not fill memory, disk or an evening: what they
 * unfold to is limited in sum, in number, and in proportion to what they take.
 */
export const snapshotLimits = {
  maximumUnpackedBytes: 2 * 1024 ** 3,
  maximumEntries: 200_000,
  maximumRatio: 100,
  /** Up to here nothing is said about proportion: short files of one letter are harmless. */
  ratioFreeBytes: 1024 * 1024,
} as const;

export function isOutOfProportion(unpackedBytes: number, packedBytes: number): boolean {
  const { ratioFreeBytes, maximumRatio } = snapshotLimits;
  return unpackedBytes > ratioFreeBytes && unpackedBytes > maximumRatio * packedBytes;
}
