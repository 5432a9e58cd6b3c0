import { expect, test } from 'vitest';
import { keepTabs, readTabs } from '#renderer/state/kept-tabs.ts';
import { currentEntry, firstPlace, startHistory, visited } from '#renderer/state/window-history.ts';
import type { Standing } from '#renderer/state/window-history.ts';
import {
  currentTab,
  mostTabs,
  oneTab,
  tabBeside,
  withHistory,
  withNewTab,
  withShown,
  withoutTab,
} from '#renderer/state/window-tabs.ts';
import type { WindowTabs } from '#renderer/state/window-tabs.ts';

const nowhere: Standing = { list: null, paragraph: null };

const open = (all: WindowTabs, articleId: string): WindowTabs =>
  withHistory(all, visited(currentTab(all).history, nowhere, { ...currentEntry(currentTab(all).history).place, articleId }));
const articlesOf = ({ tabs }: WindowTabs): readonly (string | null)[] =>
  tabs.map(({ history }) => currentEntry(history).place.articleId);
/** Tabs with the articles a, b and c; that of c is shown. */
const three = (): WindowTabs => {
  const one = open(oneTab(startHistory(firstPlace)), 'a');
  const two = open(withNewTab(one, nowhere), 'b');
  return open(withNewTab(two, nowhere), 'c');
};

const memory = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
};

test('a new tab has the same article and a history of its own', () => {
  const all = withNewTab(open(oneTab(startHistory(firstPlace)), 'a'), { list: null, paragraph: 'p4' });
  expect(articlesOf(all)).toEqual(['a', 'a']);
  expect(all.current).toBe(1);
  expect(currentTab(all).history).toMatchObject({ index: 0, entries: [{ standing: { paragraph: 'p4' } }] });
  const on = open(all, 'b');
  expect(articlesOf(withShown(on, nowhere, 0))).toEqual(['a', 'b']);
  expect(currentTab(withShown(on, nowhere, 0)).history.entries).toHaveLength(2);
});

test('the tab that is left remembers how far the reader was', () => {
  const back = withShown(withShown(three(), { list: null, paragraph: 'p7' }, 0), nowhere, 2);
  expect(currentEntry(currentTab(back).history).standing.paragraph).toBe('p7');
});

test('in the place of a closed tab comes the next one, and the last tab stays', () => {
  expect(articlesOf(withoutTab(three(), 2))).toEqual(['a', 'b']);
  expect(withoutTab(three(), 2).current).toBe(1);
  expect(withoutTab(three(), 0).current).toBe(1);
  const single = withoutTab(withoutTab(three(), 0), 0);
  expect(withoutTab(single, 0)).toBe(single);
});

test('going on from the last tab leads to the first', () => {
  expect([tabBeside(three(), 1), tabBeside(three(), -1)]).toEqual([0, 1]);
});

test('there are no more tabs than can be told apart', () => {
  let all = three();
  for (let count = 0; count < 40; count += 1) all = withNewTab(all, nowhere);
  expect(all.tabs).toHaveLength(mostTabs);
});

test('tabs are found again, with their articles and lists, but not what was searched for', () => {
  const storage = memory();
  keepTabs(
    storage,
    withHistory(three(), visited(startHistory(firstPlace), nowhere, { ...firstPlace, articleId: 'd', searchText: 'secret' })),
  );
  const read = readTabs(storage);
  expect(read && articlesOf(read)).toEqual(['a', 'b', 'd']);
  expect(read?.current).toBe(2);
  expect(JSON.stringify(read)).not.toContain('secret');
});

test('a single tab is not remembered, and forgets the ones before', () => {
  const storage = memory();
  keepTabs(storage, three());
  keepTabs(storage, withoutTab(withoutTab(three(), 0), 0));
  expect(readTabs(storage)).toBeNull();
});

test.each([
  '',
  '{',
  '[]',
  '{"tabs":[{"articleId":3}],"current":0}',
  '{"tabs":7}',
  '{"tabs":[{"articleId":"a","scope":{"kind":"all"}}]}',
])('what is no memory of tabs is none: %s', (stored) => {
  expect(readTabs({ getItem: () => stored })).toBeNull();
});
