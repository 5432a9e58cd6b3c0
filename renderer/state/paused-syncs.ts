/** Archives to sync together; null for all there are. */
export type SyncWish = readonly string[] | null;

const storageKey = 'offprint.paused-syncs';

const isWish = (value: unknown): value is SyncWish =>
  value === null || (Array.isArray(value) && value.length > 0 && value.every((id) => typeof id === 'string'));

/** What the reader paused and did not go on with before the window closed; empty where nothing was. */
export const readPausedSyncs = (storage: Pick<Storage, 'getItem'>): readonly SyncWish[] => {
  try {
    const stored: unknown = JSON.parse(storage.getItem(storageKey) ?? '[]');
    return Array.isArray(stored) && stored.every(isWish) ? stored : [];
  } catch {
    return [];
  }
};

export const writePausedSyncs = (storage: Pick<Storage, 'setItem' | 'removeItem'>, wishes: readonly SyncWish[]): void =>
  wishes.length > 0 ? storage.setItem(storageKey, JSON.stringify(wishes)) : storage.removeItem(storageKey);
