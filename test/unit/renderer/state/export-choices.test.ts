import { expect, it } from 'vitest';
import type { LibraryOverview } from '#preload/contract/library-types.ts';
import { messagesFor } from '#preload/messages/catalogue.ts';
import { exportChoices } from '#renderer/state/export-choices.ts';

const messages = messagesFor('en');
const overview: LibraryOverview = {
  archives: [],
  sections: [],
  sources: [],
  topics: [],
  months: [],
  counts: { all: 9, unread: 0, bookmarked: 2, removed: 0 },
};
const article = { id: 'news:1.md', title: 'One' };

it('begins with the article that is read, then the list, then the bookmarks', () => {
  const choices = exportChoices({ article, scope: { kind: 'all' }, searchText: '' }, overview, messages);
  expect(choices.map(({ selection }) => selection)).toEqual([
    { kind: 'articles', ids: ['news:1.md'] },
    { kind: 'scope', scope: { kind: 'all' } },
    { kind: 'scope', scope: { kind: 'bookmarked' } },
  ]);
});

it('has the hits of a search instead of its list', () => {
  const choices = exportChoices({ article: null, scope: { kind: 'all' }, searchText: ' tide ' }, overview, messages);
  expect(choices[0]).toEqual({
    label: 'Results of the search: tide',
    selection: { kind: 'search', query: 'tide', sort: 'newest' },
  });
});

it('names the bookmarks once', () => {
  expect(exportChoices({ article: null, scope: { kind: 'bookmarked' }, searchText: '' }, overview, messages)).toHaveLength(1);
});

it('begins with what is selected in the list', () => {
  const selection = { kind: 'articles', ids: ['news:2.md', 'news:3.md'] } as const;
  const selected = { selection, articles: 2, title: null };
  const [first] = exportChoices({ article, selected, scope: { kind: 'all' }, searchText: '' }, overview, messages);
  expect(first).toEqual({ label: 'What is selected: 2 articles', selection });
});
