import { currentEntry } from './window-history.ts';
import type { Standing, WindowHistory } from './window-history.ts';
import { changedEntry, startHistory } from './window-history.ts';

/** A tab is a place of its own, with the way that led there. */
export interface Tab {
  /** Unique in its window. */
  readonly key: number;
  readonly history: WindowHistory;
}

/** Never without a tab. */
export interface WindowTabs {
  readonly tabs: readonly Tab[];
  readonly current: number;
}

/** A strip of more could not be read, and each may keep a hundred places. */
export const mostTabs = 24;

export const oneTab = (history: WindowHistory): WindowTabs => ({ tabs: [{ key: 1, history }], current: 0 });

export const currentTab = ({ tabs, current }: WindowTabs): Tab => {
  const tab = tabs[current];
  if (!tab) throw new RangeError('a window has always a tab that is shown');
  return tab;
};

export const withHistory = (all: WindowTabs, history: WindowHistory): WindowTabs => ({
  ...all,
  tabs: all.tabs.map((tab, index) => (index === all.current ? { ...tab, history } : tab)),
});

/** The present place again in a new tab beside its own, which is shown. */
export const withNewTab = (all: WindowTabs, standing: Standing): WindowTabs => {
  if (all.tabs.length >= mostTabs) return all;
  const { history } = currentTab(all);
  const key = Math.max(...all.tabs.map((tab) => tab.key)) + 1;
  const tab: Tab = { key, history: startHistory(currentEntry(history).place, standing) };
  const { tabs } = withHistory(all, changedEntry(history, { standing }));
  return { tabs: tabs.toSpliced(all.current + 1, 0, tab), current: all.current + 1 };
};

/** Another tab is shown; the one that is left remembers how far the reader was. */
export const withShown = (all: WindowTabs, standing: Standing, index: number): WindowTabs =>
  all.tabs[index] && index !== all.current
    ? { tabs: withHistory(all, changedEntry(currentTab(all).history, { standing })).tabs, current: index }
    : all;

/** In the place of a tab that is closed comes the one behind it. The last tab is not closed. */
export const withoutTab = (all: WindowTabs, index: number): WindowTabs => {
  if (all.tabs.length < 2 || !all.tabs[index]) return all;
  const tabs = all.tabs.toSpliced(index, 1);
  const current = index < all.current ? all.current - 1 : all.current;
  return { tabs, current: Math.min(current, tabs.length - 1) };
};

/** Round at both ends. */
export const tabBeside = ({ tabs, current }: WindowTabs, direction: 1 | -1): number =>
  (current + direction + tabs.length) % tabs.length;
