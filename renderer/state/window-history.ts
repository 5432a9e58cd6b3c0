import type { ListScope } from '#preload/contract/library-types.ts';
import { scopeKey } from './list-row.ts';

/** Where a window is: which list it shows, what is searched for, and which article is open. */
export interface WindowPlace {
  readonly scope: ListScope;
  readonly searchText: string;
  readonly articleId: string | null;
  /** The search as it was when the article was chosen: typing on does not reload the article. */
  readonly find: string;
  /** Where in the article the link led that opened it. */
  readonly anchor: string | null;
}

/** The row at the upper edge of a list, how much of it is above the edge, and the row the keyboard stands on. */
export interface ListPosition {
  readonly index: number;
  readonly hiddenPx: number;
  readonly activeIndex: number;
}

/** How far the reader was in a place when leaving it; null where that is not known. */
export interface Standing {
  readonly list: ListPosition | null;
  /** Id of the block at the upper edge of the article. */
  readonly paragraph: string | null;
}

export interface HistoryEntry {
  readonly place: WindowPlace;
  readonly standing: Standing;
  /** A search that is still being typed: the next letters change the entry instead of making another one. */
  readonly isTyping: boolean;
}

export interface WindowHistory {
  readonly entries: readonly HistoryEntry[];
  readonly index: number;
}

export const firstPlace: WindowPlace = { scope: { kind: 'all' }, searchText: '', articleId: null, find: '', anchor: null };
const nowhere: Standing = { list: null, paragraph: null };
const longest = 100;

export const isSameList = (one: WindowPlace, other: WindowPlace): boolean =>
  one.searchText.trim() === other.searchText.trim() && scopeKey(one.scope) === scopeKey(other.scope);

export const isSameDocument = (one: WindowPlace, other: WindowPlace): boolean =>
  one.articleId === other.articleId && one.anchor === other.anchor;

const isSamePlace = (one: WindowPlace, other: WindowPlace): boolean => isSameList(one, other) && isSameDocument(one, other);

const startEntry: HistoryEntry = { place: firstPlace, standing: nowhere, isTyping: false };

export const startHistory = (place: WindowPlace, standing = nowhere): WindowHistory => ({
  entries: [{ place, standing, isTyping: false }],
  index: 0,
});

export const currentEntry = ({ entries, index }: WindowHistory): HistoryEntry => entries[index] ?? startEntry;

/** The same history, with what is known of the entry the window is at. */
export const changedEntry = (history: WindowHistory, change: Partial<HistoryEntry>): WindowHistory => ({
  ...history,
  entries: history.entries.map((entry, index) => (index === history.index ? { ...entry, ...change } : entry)),
});

/** Another place follows the present one; what lay ahead is forgotten. The same place again is no step. */
export const visited = (history: WindowHistory, standing: Standing, place: WindowPlace, isTyping = false): WindowHistory => {
  const current = currentEntry(history);
  const before = history.entries[history.index - 1];
  if (current.isTyping && current.place.articleId === place.articleId && (isTyping || isSamePlace(current.place, place)))
    // A search that was typed and cleared again leaves no trace.
    return before && isSamePlace(before.place, place)
      ? { entries: history.entries.slice(0, history.index), index: history.index - 1 }
      : changedEntry(history, { place, isTyping: isTyping && place.searchText !== '' });
  if (isSamePlace(current.place, place)) return changedEntry(history, { place });
  const kept = changedEntry(history, { standing, isTyping: false }).entries.slice(0, history.index + 1);
  const entry = { place, standing: nowhere, isTyping: isTyping && place.searchText !== '' };
  const entries = [...kept, entry].slice(-longest);
  return { entries, index: entries.length - 1 };
};

/** The window went from where it stood to another entry of its history. */
export const movedTo = (history: WindowHistory, standing: Standing, index: number): WindowHistory => ({
  ...changedEntry(history, { standing, isTyping: false }),
  index,
});

/** The history without an entry that leads nowhere any more; never the present one. */
export const withoutEntry = ({ entries, index }: WindowHistory, gone: number): WindowHistory => ({
  entries: entries.filter((_, place) => place !== gone),
  index: gone < index ? index - 1 : index,
});

export const canStep = ({ entries, index }: WindowHistory, direction: 1 | -1): boolean =>
  entries[index + direction] !== undefined;
