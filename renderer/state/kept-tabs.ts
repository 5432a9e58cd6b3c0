import type { ListScope } from '#preload/contract/library-types.ts';
import { currentEntry, firstPlace, startHistory } from './window-history.ts';
import { mostTabs } from './window-tabs.ts';
import type { WindowTabs } from './window-tabs.ts';

const storageKey = 'offprint.tabs';

/** What is remembered of a tab over a restart: never what was searched for. */
interface KeptTab {
  readonly articleId: string;
  readonly scope: ListScope;
}

interface KeptTabs {
  readonly tabs: readonly KeptTab[];
  readonly current: number;
}

const isScope = (value: unknown): value is ListScope => {
  if (typeof value !== 'object' || value === null || !('kind' in value) || typeof value.kind !== 'string') return false;
  return Object.values(value).every((part) => typeof part === 'string' || typeof part === 'number' || part === null);
};

const isKeptTab = (value: unknown): value is KeptTab =>
  typeof value === 'object' &&
  value !== null &&
  'articleId' in value &&
  typeof value.articleId === 'string' &&
  'scope' in value &&
  isScope(value.scope);

/** A window with a single tab remembers nothing: it begins anew. */
export const keepTabs = (storage: Pick<Storage, 'setItem' | 'removeItem'>, { tabs, current }: WindowTabs): void => {
  const places = tabs.map(({ history }) => currentEntry(history).place);
  const kept = places.flatMap(({ articleId, scope }) => (articleId === null ? [] : [{ articleId, scope }]));
  if (tabs.length < 2 || kept.length < 2) return storage.removeItem(storageKey);
  const before = places.slice(0, current).filter(({ articleId }) => articleId !== null).length;
  storage.setItem(storageKey, JSON.stringify({ tabs: kept, current: Math.min(before, kept.length - 1) } satisfies KeptTabs));
};

/** null where nothing usable was kept. */
export const readTabs = (storage: Pick<Storage, 'getItem'>): WindowTabs | null => {
  try {
    const stored: unknown = JSON.parse(storage.getItem(storageKey) ?? 'null');
    if (typeof stored !== 'object' || stored === null || !('tabs' in stored) || !Array.isArray(stored.tabs)) return null;
    const kept = stored.tabs.filter(isKeptTab).slice(0, mostTabs);
    if (kept.length < 2) return null;
    const current = 'current' in stored && typeof stored.current === 'number' ? Math.trunc(stored.current) : 0;
    return {
      tabs: kept.map((tab, index) => ({ key: index + 1, history: startHistory({ ...firstPlace, ...tab }) })),
      current: Math.max(0, Math.min(kept.length - 1, current)),
    };
  } catch {
    return null;
  }
};
