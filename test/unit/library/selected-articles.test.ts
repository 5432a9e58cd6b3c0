import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { copiedList } from '#main/library/copied-list.ts';
import { copiedText } from '#main/library/copied-text.ts';
import { listArticles } from '#main/library/article-list.ts';
import { type Library, openLibrary } from '#main/library/library.ts';
import { idsOfSelection, markArticles } from '#main/library/selected-articles.ts';
import { storePages } from '#main/store/archive/store-pages.ts';
import { indexEverything, temporaryArchiveDatabase, temporaryLibraryDir } from '#test/helpers/library.ts';
import { makePage } from '#test/helpers/pages.ts';

let library: Library;

beforeEach(() => {
  const libraryDir = temporaryLibraryDir();
  const content = temporaryArchiveDatabase(libraryDir);
  const opened = openLibrary(libraryDir);
  library = opened;
  onTestFinished(() => opened.close());
  storePages(content, 'news', [
    makePage('1.md', {
      title: 'Lamps [new]',
      source: 'Post_it',
      publishedOn: '2021-05-01',
      originalUrl: 'https://example.org/a b>c',
    }),
    makePage('2.md', { title: 'Rain\nand wind', publishedOn: '2021-05-02', isDateEstimated: true }),
    makePage('3.md', { title: 'Boats', publishedOn: '2021-05-03' }),
  ]);
  indexEverything(content);
});

const all = { kind: 'scope', scope: { kind: 'all' } } as const;
const marked = (name: 'isRead' | 'isBookmarked'): string[] =>
  listArticles(library, { scope: { kind: 'all' }, offset: 0, limit: 10 })
    .rows.filter((row) => row[name])
    .map(({ path }) => path);

describe('a selection', () => {
  it('stands for its list in the order of the list, without those left out', () => {
    expect(idsOfSelection(library, { ...all, sort: 'oldest', except: ['news:2.md'] })).toEqual(['news:1.md', 'news:3.md']);
    expect(idsOfSelection(library, { kind: 'search', query: 'lamp', sort: 'newest', except: ['news:3.md'] })).toEqual([
      'news:2.md',
      'news:1.md',
    ]);
    expect(idsOfSelection(library, { kind: 'articles', ids: ['news:3.md', 'news:1.md'] })).toEqual(['news:3.md', 'news:1.md']);
  });

  it('is marked as read and unread, and bookmarked, as a whole', async () => {
    expect(await markArticles(library, { selection: { ...all, except: ['news:1.md'] }, isRead: true })).toEqual({ articles: 2 });
    expect(marked('isRead')).toEqual(['3.md', '2.md']);
    await markArticles(library, { selection: { kind: 'articles', ids: ['news:3.md'] }, isRead: false, isBookmarked: true });
    expect([marked('isRead'), marked('isBookmarked')]).toEqual([['2.md'], ['3.md']]);
  });

  it('leaves out articles that are gone', async () => {
    const ids = ['news:gone.md', 'away:1.md', 'news:1.md'];
    expect(await markArticles(library, { selection: { kind: 'articles', ids }, isBookmarked: true })).toEqual({ articles: 1 });
    expect((await copiedList(library, { selection: { kind: 'articles', ids } })).articles).toBe(1);
  });
});

describe('what is copied', () => {
  it('is a list in Markdown that no title and no address can leave', async () => {
    expect((await copiedList(library, { selection: { ...all, sort: 'oldest' } })).text).toBe(
      '- [Lamps \\[new\\]](<https://example.org/a%20b%3Ec>) · Post\\_it, 2021-05-01\n- Rain and wind\n- Boats · 2021-05-03\n',
    );
  });

  it('is a title in one line, or the address of the original where there is one', async () => {
    const copy = (id: string, form: 'title' | 'link') => copiedText(library, { id, form, selected: '', language: 'en' });
    expect(await copy('news:2.md', 'title')).toBe('Rain and wind');
    expect(await copy('news:2.md', 'link')).toBe('');
    expect(await copy('news:1.md', 'link')).toBe('https://example.org/a b>c');
  });
});
