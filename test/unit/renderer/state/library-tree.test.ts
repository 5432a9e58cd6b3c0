import { expect, test } from 'vitest';
import type { ArchiveSummary, LibraryOverview, SectionSummary } from '#preload/contract/library-types.ts';
import { treeNodes } from '#renderer/state/library-tree.ts';

const words = { all: 'All', bookmarks: 'Bookmarks', removed: 'Removed' };

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
  counts: { all: 2, bookmarked: 0, removed: 0 },
});
const outline = (sections: readonly SectionSummary[], toggled: readonly string[] = []): readonly string[] =>
  treeNodes(overview(sections), words, new Set(toggled)).map((node) => `${'-'.repeat(node.level)}${node.label}`);

test('the handbook comes last', () => {
  expect(outline([])).toEqual(['-All', '-Bookmarks', '-Removed', '-news', '-handbook']);
});

test('sections stand under their heading, those without one first', () => {
  expect(outline([section('a', 'Daily'), section('b', null), section('c', 'Weekly')]).slice(3, -1)).toEqual([
    '-news',
    '--b',
    '--Daily',
    '---a',
    '--Weekly',
    '---c',
  ]);
});

test('a single heading is no level of its own', () => {
  expect(outline([section('a', 'Daily'), section('b', 'Daily')]).slice(3, -1)).toEqual(['-news', '--a', '--b']);
});

test('a closed archive shows nothing below it and says that it can be opened', () => {
  const nodes = treeNodes(overview([section('a', null)]), words, new Set(['archive news']));
  expect(nodes.find((node) => node.label === 'news')?.isOpen).toBe(false);
  expect(nodes.some((node) => node.label === 'a')).toBe(false);
});

test('places in a set are counted for screen readers', () => {
  const nodes = treeNodes(overview([section('a', null), section('b', null)]), words, new Set());
  expect(nodes.filter((node) => node.level === 2).map((node) => [node.position, node.setSize])).toEqual([
    [1, 2],
    [2, 2],
  ]);
});
