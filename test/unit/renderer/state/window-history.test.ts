import { expect, test } from 'vitest';
import {
  canStep,
  changedEntry,
  currentEntry,
  firstPlace,
  movedTo,
  startHistory,
  visited,
  withoutEntry,
} from '#renderer/state/window-history.ts';
import type { Standing, WindowHistory, WindowPlace } from '#renderer/state/window-history.ts';

const nowhere: Standing = { list: null, paragraph: null };
const place = (change: Partial<WindowPlace> = {}): WindowPlace => ({ ...firstPlace, ...change });
const after = (...places: readonly Partial<WindowPlace>[]): WindowHistory =>
  places.reduce<WindowHistory>((history, change) => visited(history, nowhere, place(change)), startHistory(place()));
const articlesOf = ({ entries }: WindowHistory): readonly (string | null)[] => entries.map((entry) => entry.place.articleId);

test('each other list, search and article is a step; the same place again is none', () => {
  const history = after(
    { articleId: 'a' },
    { articleId: 'a' },
    { scope: { kind: 'bookmarked' }, articleId: 'a' },
    { searchText: 'x' },
  );
  expect(history.entries).toHaveLength(4);
  expect(canStep(history, -1)).toBe(true);
  expect(canStep(history, 1)).toBe(false);
});

test('the same article at another place of it is a step', () => {
  expect(after({ articleId: 'a' }, { articleId: 'a', anchor: 'note-3' }).entries).toHaveLength(3);
});

test('going back keeps what lies ahead until another place is visited from there', () => {
  const back = movedTo(after({ articleId: 'a' }, { articleId: 'b' }), nowhere, 1);
  expect(currentEntry(back).place.articleId).toBe('a');
  expect(canStep(back, 1)).toBe(true);
  expect(articlesOf(visited(back, nowhere, place({ articleId: 'c' })))).toEqual([null, 'a', 'c']);
});

test('how far the reader was is kept with the place that is left', () => {
  const standing: Standing = { list: { index: 40, hiddenPx: 12, activeIndex: 42 }, paragraph: 'p9' };
  const history = visited(after({ articleId: 'a' }), standing, place({ articleId: 'b' }));
  expect(history.entries[1]?.standing).toEqual(standing);
  expect(movedTo(history, { list: null, paragraph: 'p2' }, 1).entries[2]?.standing.paragraph).toBe('p2');
});

test('a search that is typed letter by letter is one step', () => {
  let history = startHistory(place());
  for (const searchText of ['w', 'we', 'wet']) history = visited(history, nowhere, place({ searchText }), true);
  expect(history.entries.map((entry) => entry.place.searchText)).toEqual(['', 'wet']);
  history = visited(history, nowhere, place({ searchText: 'wet' }));
  history = visited(history, nowhere, place({ searchText: 'wetl' }), true);
  expect(history.entries.map((entry) => entry.place.searchText)).toEqual(['', 'wet', 'wetl']);
});

test('a search that was typed and cleared again leaves no trace, one that was submitted does', () => {
  const typed = visited(startHistory(place()), nowhere, place({ searchText: 'w' }), true);
  expect(visited(typed, nowhere, place(), true)).toMatchObject({ index: 0, entries: [{ place: firstPlace }] });
  const submitted = changedEntry(typed, { isTyping: false });
  expect(visited(submitted, nowhere, place(), true).entries).toHaveLength(3);
});

test('another search after a cleared one is another step', () => {
  let history = startHistory(place());
  history = visited(history, nowhere, place({ searchText: 'one' }));
  history = visited(history, nowhere, place(), true);
  history = visited(history, nowhere, place({ searchText: 'two' }), true);
  expect(history.entries.map((entry) => entry.place.searchText)).toEqual(['', 'one', '', 'two']);
});

test('an article opened from a search that is being typed is a step of its own', () => {
  const typed = visited(startHistory(place()), nowhere, place({ searchText: 'w' }), true);
  const opened = visited(typed, nowhere, place({ searchText: 'w', articleId: 'a', find: 'w' }));
  expect(opened.entries).toHaveLength(3);
});

test('a hundred places are remembered, the newest', () => {
  const history = after(...Array.from({ length: 150 }, (_, index) => ({ articleId: `a${index}` })));
  expect(history.entries).toHaveLength(100);
  expect(currentEntry(history).place.articleId).toBe('a149');
  expect(history.entries[0]?.place.articleId).toBe('a50');
});

test('an entry that leads nowhere is left out, and the window stays where it is', () => {
  const history = movedTo(after({ articleId: 'a' }, { articleId: 'b' }, { articleId: 'c' }), nowhere, 2);
  expect(currentEntry(withoutEntry(history, 1)).place.articleId).toBe('b');
  expect(currentEntry(withoutEntry(history, 3)).place.articleId).toBe('b');
  expect(articlesOf(withoutEntry(history, 1))).toEqual([null, 'b', 'c']);
});
