import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { listArticles } from '#main/library/article-list.ts';
import { type Library, openLibrary } from '#main/library/library.ts';
import { searchLibrary } from '#main/library/search-library.ts';
import { suggest } from '#main/library/search-suggestions.ts';
import { changeTags, dropTag, listTagCounts, renameTag, tagsOfArticles } from '#main/library/tags.ts';
import { removeArchiveContent } from '#main/store/archive/remove-archive.ts';
import type { WritableDb } from '#main/store/database.ts';
import { fillLibrary, temporaryArchiveDatabase, temporaryLibraryDir } from '#test/helpers/library.ts';

let content: WritableDb;
let library: Library;

const articles = [
  { title: 'Heron', text: 'river', originalUrl: 'https://example.org/heron' },
  { title: 'Tide', text: 'river' },
  { title: 'Bridge', text: 'road' },
];

beforeEach(() => {
  const libraryDir = temporaryLibraryDir();
  content = temporaryArchiveDatabase(libraryDir);
  const opened = openLibrary(libraryDir);
  library = opened;
  onTestFinished(() => opened.close());
  fillLibrary(content, articles);
});

const idOf = (number: number): string => `a:pages/${number}.md`;
const only = (...numbers: number[]) => ({ kind: 'articles' as const, ids: numbers.map(idOf) });
const titles = (name: string): string[] =>
  listArticles(library, { scope: { kind: 'tag', name }, offset: 0, limit: 9 }).rows.map(({ title }) => title);
const found = (query: string): string[] =>
  searchLibrary(library, { query, sort: 'newest', offset: 0, limit: 9 })
    .hits.map(({ title }) => title)
    .toSorted();

describe('tags', () => {
  it('are the same in either script and in capitals or not, and keep the name they were first given', () => {
    changeTags(library, { selection: only(0), add: ['湿地 Later'] });
    changeTags(library, { selection: only(1), add: [' 濕地  LATER'] });
    expect(listTagCounts(library)).toEqual([{ name: '湿地 Later', articles: 2 }]);
    expect(titles('濕地 later').toSorted()).toEqual(['Heron', 'Tide']);
  });

  it('are set and taken off many articles at once, and told how many of them have each', () => {
    changeTags(library, { selection: only(0), add: ['one'] });
    const all = { kind: 'scope', scope: { kind: 'all' } } as const;
    expect(changeTags(library, { selection: all, add: ['every'] })).toEqual({
      articles: 3,
      tags: expect.arrayContaining([
        { name: 'one', articles: 1 },
        { name: 'every', articles: 3 },
      ]) as unknown,
    });
    expect(changeTags(library, { selection: all, remove: ['ONE', 'every'] })).toEqual({ articles: 3, tags: [] });
    expect(listTagCounts(library)).toEqual([]);
  });

  it('are searched for by name, alone, with words and excluded', () => {
    changeTags(library, { selection: only(0, 2), add: ['to read'] });
    changeTags(library, { selection: only(1), add: ['read'] });
    expect(found('tag:"to read"')).toEqual(['Bridge', 'Heron']);
    expect(found('标签:read')).toEqual(['Bridge', 'Heron', 'Tide']);
    expect(found('標籤:"READ"')).toEqual(['Tide']);
    expect(found('river tag:"to read"')).toEqual(['Heron']);
    expect(found('river -tag:"to read"')).toEqual(['Tide']);
    expect(found('tag:nothing')).toEqual([]);
  });

  it('are suggested while a search is typed', () => {
    changeTags(library, { selection: only(0), add: ['Wetland "old"'] });
    const [suggestion] = suggest(library, { text: 'wet', limit: 5 });
    expect(suggestion).toMatchObject({ kind: 'tag', text: 'Wetland "old"', query: 'tag:"Wetland old"' });
    expect(found(suggestion?.query ?? '')).toEqual(['Heron']);
  });

  it('become one when one is called as the other, and are gone when they are deleted', () => {
    changeTags(library, { selection: only(0, 1), add: ['a'] });
    changeTags(library, { selection: only(1, 2), add: ['b'] });
    expect(renameTag(library, { name: 'a', to: 'B' })).toEqual([{ name: 'B', articles: 3 }]);
    expect(dropTag(library, { name: 'b' })).toEqual([]);
    expect(tagsOfArticles(library, { selection: only(0, 1, 2) })).toEqual({ articles: 3, tags: [] });
    expect(() => dropTag(library, { name: 'b' })).toThrow(expect.objectContaining({ code: 'not-found' }));
  });

  it('wait unseen while their articles are gone, and are there again when the content is rebuilt', () => {
    changeTags(library, { selection: only(0, 1), add: ['kept'] });
    removeArchiveContent(content, 'a');
    expect([titles('kept'), listTagCounts(library)]).toEqual([[], [{ name: 'kept', articles: 0 }]]);
    fillLibrary(content, [{ title: 'Another', text: 'first' }, ...articles]);
    expect(titles('kept')).toContain('Heron');
  });

  it('leave out articles that are gone', () => {
    expect(changeTags(library, { selection: { kind: 'articles', ids: ['a:gone.md', idOf(1)] }, add: ['x'] })).toEqual({
      articles: 1,
      tags: [{ name: 'x', articles: 1 }],
    });
  });
});
