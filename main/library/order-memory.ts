import type { ReadableDb } from '#main/store/database.ts';

/** Lists put in order, as long as nothing was written: the last few, 200,000 numbers take 2 MB. */
export interface OrderMemory {
  remember(name: string, gather: () => readonly number[]): readonly number[];
}

const keptLists = 4;

export function createOrderMemory(archive: ReadableDb): OrderMemory {
  const kept = new Map<string, readonly number[]>();
  let version: number | undefined;
  return {
    remember(name, gather) {
      const now = archive.first<{ version: number }>('SELECT data_version AS version FROM pragma_data_version')?.version;
      if (now !== version) kept.clear();
      version = now;
      const ids = kept.get(name) ?? gather();
      kept.delete(name);
      kept.set(name, ids);
      const oldest = kept.size > keptLists ? kept.keys().next().value : undefined;
      if (oldest !== undefined) kept.delete(oldest);
      return ids;
    },
  };
}
