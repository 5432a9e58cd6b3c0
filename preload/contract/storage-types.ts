/** What lies in the folder of the library, by what it is for. */
export const storageParts = ['articles', 'pictures', 'readerData', 'incoming', 'window', 'logs', 'other'] as const;
export type StoragePart = (typeof storageParts)[number];

export interface StorageReport {
  /** Absolute path. */
  readonly folder: string;
  readonly bytes: Readonly<Record<StoragePart, number>>;
}

/** What a check of the library found; what was wrong has been mended. */
export interface StorageCheck {
  readonly isMended: boolean;
}
