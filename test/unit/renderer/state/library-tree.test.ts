import { expect, test } from 'vitest';
import type { ArchiveSummary, LibraryOverview, SectionSummary } from '#preload/contract/library-types.ts';
import { messagesFor } from '#preload/messages/catalogue.ts';
import { scopeLabel, treeNodes } from '#renderer/state/library-tree.ts';

const words = { ...messagesFor('en').window.library, saved: 'Saved searches', tags: 'Tags' };

const archive = (id: string, origin = `https://example.org/${id}`): ArchiveSummary => ({
  id,
  name: id,
  origin,
  mirrors: [],
  picturePolicy: 'all',
  head: null,
  articles: 1,
  lastSyncedAt: null,
  lastFailure: null,
});
const section = (name: string, group: string | null): SectionSummary => ({
  id: `news:${name}`,
  archive: 'news',
  name,
  group,
  articles: 1,
});
const overview = (sections: readonly SectionSummary[]): LibraryOverview => ({
  archives: [archive('handbook', 'offprint:handbook'), archive('news')],
  sections,
  sources: [],
  topics: [],
  months: [],
  counts: { all: 2, unread: 1, bookmarked: 0, removed: 0 },
});
const outline = (sections: readonly SectionSummary[], toggled: readonly string[] = []): readonly string[] =>
  treeNodes(overview(sections), words, new Set(toggled)).map((node) => `${'-'.repeat(node.level)}${node.label}`);

const libraryLines = 5;

test('lists of the library come first, the handbook last of the archives', () => {
  expect(outline([])).toEqual([
    '-All articles',
    '-Unread',
    '-Bookmarks',
    '-History',
    '-Removed upstream',
    '-Archives',
    '--news',
    '--handbook',
  ]);
});

test('sections stand under their heading, those without one first', () => {
  const lines = outline([section('a', 'Daily'), section('b', null), section('c', 'Weekly')]);
  expect(lines.slice(libraryLines + 1, -1)).toEqual(['--news', '---b', '---Daily', '----a', '---Weekly', '----c']);
});

test('a single heading is no level of its own', () => {
  const lines = outline([section('a', 'Daily'), section('b', 'Daily')]);
  expect(lines.slice(libraryLines + 1, -1)).toEqual(['--news', '---a', '---b']);
});

test('a closed archive shows nothing below it and says that it can be opened', () => {
  const nodes = treeNodes(overview([section('a', null)]), words, new Set(['archive news']));
  expect(nodes.find((node) => node.label === 'news')?.isOpen).toBe(false);
  expect(nodes.some((node) => node.label === 'a')).toBe(false);
});

test('tags are a group of their own where an article has one; one whose articles have left the library waits unseen', () => {
  const tags = [
    { name: '湿地', articles: 2 },
    { name: 'gone', articles: 0 },
  ];
  const nodes = treeNodes(overview([]), words, new Set(), { tags });
  expect(nodes.slice(libraryLines, libraryLines + 3).map(({ label, count }) => [label, count])).toEqual([
    ['Tags', null],
    ['湿地', 2],
    ['Archives', null],
  ]);
  expect(scopeLabel(overview([]), words, { kind: 'tag', name: '湿地' })).toBe('湿地');
  expect(outline([])).not.toContain('-Tags');
});

test('places in a set are counted for screen readers', () => {
  const nodes = treeNodes(overview([section('a', null), section('b', null)]), words, new Set());
  expect(nodes.filter((node) => node.level === 3).map((node) => [node.position, node.setSize])).toEqual([
    [1, 2],
    [2, 2],
  ]);
});

const named = (count: number) =>
  Array.from({ length: count }, (_, number) => ({ name: `n${number}`, label: `N${number}`, articles: 9 - number }));
const grouped: LibraryOverview = {
  ...overview([]),
  sources: named(2),
  topics: named(10),
  months: [
    { year: 2021, month: 6, articles: 3 },
    { year: 2021, month: 2, articles: 4 },
    { year: 2020, month: 12, articles: 1 },
  ],
};
const groupLines = (toggled: readonly string[]): readonly string[] =>
  treeNodes(grouped, words, new Set(['heading archives', ...toggled]))
    .slice(libraryLines + 1)
    .map(({ level, label, count }) => `${'-'.repeat(level)}${label}${count === null ? '' : ` ${count}`}`);

test('sources, dates and topics are closed at the start, and not there at all where there are none', () => {
  expect(groupLines([])).toEqual(['-Sources', '-Dates', '-Topics']);
  expect(outline([]).some((line) => /Sources|Dates|Topics|Saved/u.test(line))).toBe(false);
});

test('years hold their months, the newest first, with the sum of their articles', () => {
  expect(groupLines(['heading dates', 'period 2021']).slice(1, -1)).toEqual([
    '-Dates',
    '--2021 7',
    '---June 3',
    '---February 4',
    '--2020 1',
  ]);
});

test('of many topics the most used are shown, all of them when asked for, and fewer again', () => {
  const few = groupLines(['heading topics']).slice(3);
  expect(few).toHaveLength(9);
  expect(few.at(-1)).toBe('--Show more');
  const all = groupLines(['heading topics', 'rest topic']).slice(3);
  expect(all.slice(-2)).toEqual(['--N9 0', '--Show fewer']);
});

test('a list is called as its line in the tree, a month with its year, a rare topic by its own name', () => {
  const label = (scope: Parameters<typeof scopeLabel>[2]) => scopeLabel(grouped, words, scope);
  expect(label({ kind: 'unread' })).toBe('Unread');
  expect(label({ kind: 'source', name: 'n1' })).toBe('N1');
  expect(label({ kind: 'topic', name: 'rare' })).toBe('rare');
  expect(label({ kind: 'period', year: 2021, month: 6 })).toBe('June 2021');
  expect(label({ kind: 'period', year: 2020 })).toBe('2020');
  expect(label({ kind: 'archive', archiveId: 'gone' })).toBeNull();
});
