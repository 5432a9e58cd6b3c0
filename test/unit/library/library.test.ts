import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { listArticles } from '#main/library/article-list.ts';
import { showArticle } from '#main/library/article-detail.ts';
import { setBookmark, setRead } from '#main/library/article-marks.ts';
import { followKeyChanges } from '#main/library/follow-key-changes.ts';
import { finishHandbook, prepareHandbook } from '#main/library/handbook.ts';
import { type Library, openLibrary } from '#main/library/library.ts';
import { readOverview } from '#main/library/overview.ts';
import { searchLibrary } from '#main/library/search-library.ts';
import { changeSettings, readSettings } from '#main/library/settings.ts';
import { addArchive, forgetArchive } from '#main/library/subscriptions.ts';
import { removeArchiveContent } from '#main/store/archive/remove-archive.ts';
import { storePages } from '#main/store/archive/store-pages.ts';
import type { WritableDb } from '#main/store/database.ts';
import { indexEverything, temporaryArchiveDatabase, temporaryLibraryDir } from '#test/helpers/library.ts';
import { makePage } from '#test/helpers/pages.ts';
import { defaultSettings } from '#preload/contract/default-settings.ts';

let content: WritableDb;
let library: Library;

beforeEach(() => {
  const libraryDir = temporaryLibraryDir();
  content = temporaryArchiveDatabase(libraryDir);
  const opened = openLibrary(libraryDir);
  library = opened;
  onTestFinished(() => opened.close());
});

const bookmarked = () => listArticles(library, { scope: { kind: 'bookmarked' }, offset: 0, limit: 10 });
const titlesOf = (rows: readonly { readonly title: string }[]): string[] => rows.map(({ title }) => title);

describe('bookmarks', () => {
  it('are listed newest first, and shown wherever the article is', () => {
    storePages(content, 'news', [makePage('1.md', { title: 'One' }), makePage('2.md', { title: 'Two' })]);
    setBookmark(library, 'news:1.md', true);
    expect(titlesOf(bookmarked().rows)).toEqual(['One']);
    expect(showArticle(library, 'news:1.md').isBookmarked).toBe(true);
    setBookmark(library, 'news:1.md', false);
    expect(bookmarked()).toEqual({ total: 0, rows: [] });
  });

  it('wait while their archive is away, uncounted, and are back with it', () => {
    const page = makePage('1.md', { title: 'One' });
    storePages(content, 'news', [page]);
    setBookmark(library, 'news:1.md', true);
    removeArchiveContent(content, 'news');
    expect(bookmarked()).toEqual({ total: 0, rows: [] });
    expect(readOverview(library).counts.bookmarked).toBe(0);
    storePages(content, 'news', [page]);
    expect(titlesOf(bookmarked().rows)).toEqual(['One']);
  });

  it('stay with an article whose page begins to state its original address', () => {
    storePages(content, 'news', [makePage('1.md', { title: 'One' })]);
    setBookmark(library, 'news:1.md', true);
    storePages(content, 'news', [makePage('1.md', { title: 'One', text: 'longer', originalUrl: 'https://example.org/1' })]);
    expect(bookmarked()).toMatchObject({ total: 1, rows: [{ title: 'One', isBookmarked: true }] });
  });
});

describe('reader data of an article whose key changes', () => {
  const before = makePage('1.md', { title: 'One' });
  const after = makePage('1.md', { title: 'One', originalUrl: 'https://example.org/1' });

  it('follows it, bookmark and read mark, there and back', () => {
    storePages(content, 'news', [before]);
    setBookmark(library, 'news:1.md', true);
    setRead(library, 'news:1.md', true);
    for (const page of [after, before, after]) {
      storePages(content, 'news', [page]);
      followKeyChanges(library);
      expect(showArticle(library, 'news:1.md')).toMatchObject({ isBookmarked: true, isRead: true });
    }
    expect(bookmarked().total).toBe(1);
  });

  it('does not bring back a mark that the reader took away since', () => {
    storePages(content, 'news', [before]);
    setRead(library, 'news:1.md', true);
    storePages(content, 'news', [after]);
    followKeyChanges(library);
    setRead(library, 'news:1.md', false);
    followKeyChanges(library);
    expect(showArticle(library, 'news:1.md').isRead).toBe(false);
  });
});

describe('read marks', () => {
  it('are set and taken back', () => {
    storePages(content, 'news', [makePage('1.md')]);
    setRead(library, 'news:1.md', true);
    expect(showArticle(library, 'news:1.md').isRead).toBe(true);
    setRead(library, 'news:1.md', false);
    expect(showArticle(library, 'news:1.md').isRead).toBe(false);
  });

  it('of an article that is not there are refused', () => {
    expect(() => setRead(library, 'news:none.md', true)).toThrow(expect.objectContaining({ code: 'not-found' }));
  });
});

describe('the list of archives', () => {
  it('refuses an origin that is there already, and names two of one name apart', () => {
    expect(addArchive(library, 'https://a.example/news.git').id).toBe('news');
    expect(addArchive(library, 'https://b.example/news.git').id).toBe('news-2');
    expect(() => addArchive(library, 'https://a.example/news.git/')).toThrow(expect.objectContaining({ code: 'archive-exists' }));
  });

  it('gives an archive that was removed and added again its old id, so that reader data fits', () => {
    const { id } = addArchive(library, 'https://a.example/news.git');
    forgetArchive(library, id);
    expect(addArchive(library, 'https://a.example/news.git').id).toBe(id);
  });
});

describe('the handbook', () => {
  it('comes once for each version of the application', () => {
    const handbook = prepareHandbook(library, { name: 'Handbook', version: '1' });
    expect(handbook).toEqual({ id: 'handbook', origin: 'offprint:handbook' });
    finishHandbook(library, '1');
    expect(prepareHandbook(library, { name: 'Handbook', version: '1' })).toBeNull();
    expect(prepareHandbook(library, { name: 'Handbook', version: '2' })).toEqual(handbook);
  });

  it('never takes the place of an archive of the reader that is called the same', () => {
    expect(addArchive(library, 'https://a.example/handbook.git').id).toBe('handbook');
    expect(prepareHandbook(library, { name: 'Handbook', version: '1' })?.id).toBe('handbook-2');
  });

  it('does not come back when the reader has removed it', () => {
    prepareHandbook(library, { name: 'Handbook', version: '1' });
    finishHandbook(library, '1');
    forgetArchive(library, 'handbook');
    expect(prepareHandbook(library, { name: 'Handbook', version: '2' })).toBeNull();
  });
});

describe('links and hits', () => {
  it('lead to the article in the library, by path and by original address, as soon as it is there', () => {
    const links = [
      { text: 'by path', url: 'page:2.md#x' },
      { text: 'by address', url: 'https://www.example.org/3/' },
    ];
    storePages(content, 'news', [makePage('1.md', { links })]);
    const targets = () => showArticle(library, 'news:1.md').links.map(({ articleId }) => articleId);
    expect(targets()).toEqual([null, null]);
    storePages(content, 'news', [makePage('2.md'), makePage('3.md', { originalUrl: 'https://example.org/3' })]);
    expect(targets()).toEqual(['news:2.md', 'news:3.md']);
  });

  it('carry what the list shows of the article', () => {
    storePages(content, 'news', [makePage('1.md', { title: '湿地', text: '湿地的鸟' })]);
    indexEverything(content);
    setBookmark(library, 'news:1.md', true);
    const { total, hits } = searchLibrary(library, { query: '濕地', sort: 'newest', offset: 0, limit: 10 });
    expect(total).toBe(1);
    expect(hits[0]).toMatchObject({ id: 'news:1.md', article: { isBookmarked: true, title: '湿地' } });
  });
});

it('keeps settings, and leaves alone what a change does not name', () => {
  expect(readSettings(library)).toEqual(defaultSettings);
  changeSettings(library, { theme: 'sepia' });
  changeSettings(library, { reading: { textSize: 22 } });
  expect(changeSettings(library, { language: 'zh-Hant', reading: { script: 'zh-Hant-TW' } })).toEqual({
    ...defaultSettings,
    theme: 'sepia',
    language: 'zh-Hant',
    reading: { ...defaultSettings.reading, textSize: 22, script: 'zh-Hant-TW' },
  });
  expect(readSettings(library).reading.textSize).toBe(22);
});
