const storageKey = 'offprint.tree';
/** Archives and years come and go: what is not there any more is forgotten some day. */
const maximumKept = 500;

/** Keys of the branches that are not as they are at the start: opened or closed by the reader. */
export const readToggledBranches = (storage: Pick<Storage, 'getItem'>): ReadonlySet<string> => {
  try {
    const kept: unknown = JSON.parse(storage.getItem(storageKey) ?? '[]');
    return new Set(Array.isArray(kept) ? kept.filter((key) => typeof key === 'string') : []);
  } catch {
    return new Set();
  }
};

export const keepToggledBranches = (storage: Pick<Storage, 'setItem'>, toggled: ReadonlySet<string>): void =>
  storage.setItem(storageKey, JSON.stringify([...toggled].slice(-maximumKept)));

export const withToggled = (toggled: ReadonlySet<string>, key: string): ReadonlySet<string> => {
  const changed = new Set(toggled);
  if (!changed.delete(key)) changed.add(key);
  return changed;
};
