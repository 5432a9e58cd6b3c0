import { expect, it } from 'vitest';
import type { LibraryOverview } from '#preload/contract/library-types.ts';
import { messagesFor } from '#preload/messages/catalogue.ts';
import { exportChoices } from '#renderer/state/export-choices.ts';

const messages = messagesFor('en');
const overview: LibraryOverview = { archives: [], sections: [], counts: { all: 9, bookmarked: 2, removed: 0 } };
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
