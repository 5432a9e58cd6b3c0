import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { listArticles } from '#main/library/article-list.ts';
import { forgetHistory, markAllRead, setRead, unmarkRead } from '#main/library/article-marks.ts';
import { followKeyChanges } from '#main/library/follow-key-changes.ts';
import { type Library, openLibrary } from '#main/library/library.ts';
import { readOverview } from '#main/library/overview.ts';
import { searchLibrary } from '#main/library/search-library.ts';
import { removeArchiveContent } from '#main/store/archive/remove-archive.ts';
import { storePages } from '#main/store/archive/store-pages.ts';
import type { WritableDb } from '#main/store/database.ts';
import type { ListScope } from '#preload/contract/library-types.ts';
import { fillLibrary, temporaryArchiveDatabase, temporaryLibraryDir } from '#test/helpers/library.ts';
import { makePage } from '#test/helpers/pages.ts';

let content: WritableDb;
let library: Library;

beforeEach(() => {
  const libraryDir = temporaryLibraryDir();
  content = temporaryArchiveDatabase(libraryDir);
  const opened = openLibrary(libraryDir);
  library = opened;
  onTestFinished(() => opened.close());
});

/** Sixty articles over twenty days of three months, with two sources and three topics. */
const fillMonths = (): readonly string[] =>
  fillLibrary(
    content,
    Array.from({ length: 60 }, (_, number) => ({
      title: `Article ${number}`,
      text: `river ${number % 2 === 0 ? 'heron' : 'tide'} ${number}`,
      publishedOn: `2021-${['04', '05', '06'][number % 3]}-${String(1 + Math.floor(number / 3)).padStart(2, '0')}`,
      source: number % 4 === 0 ? 'Morning Post' : number % 4 === 1 ? 'River Weekly' : null,
      topics: [...(number % 5 === 0 ? ['birds'] : []), ...(number % 6 === 0 ? ['water'] : [])],
    })),
  );

const list = (scope: ListScope, offset = 0, limit = 500) => listArticles(library, { scope, offset, limit });
const titles = (scope: ListScope): string[] => list(scope).rows.map(({ title }) => title);
const idOf = (number: number): string => `a:pages/${number}.md`;
const found = (query: string): string[] =>
  searchLibrary(library, { query, sort: 'newest', offset: 0, limit: 500 }).hits.map(({ title }) => title);

const scopes = [
  ['unread', { kind: 'unread' }, 'is:unread'],
  ['a source', { kind: 'source', name: 'Morning Post' }, 'source:"Morning Post"'],
  ['a topic', { kind: 'topic', name: 'birds' }, 'topic:"birds"'],
  ['a month', { kind: 'period', year: 2021, month: 5 }, 'after:2021-05 before:2021-06'],
  ['a year', { kind: 'period', year: 2021 }, 'after:2021 before:2022'],
] as const;

describe.each(scopes)('the list of %s', (_name, scope, query) => {
  beforeEach(() => {
    fillMonths();
    for (const number of [3, 10, 11, 12, 13, 59]) setRead(library, idOf(number), true);
  });

  it('holds what the same field of a search finds, in the same order', () => {
    expect(titles(scope).length).toBeGreaterThan(0);
    expect(titles(scope)).toEqual(found(query));
    expect(list(scope).total).toBe(titles(scope).length);
  });

  it('comes in pages that join without a gap or a row twice', () => {
    const { total, rows } = list(scope);
    const paged = Array.from({ length: Math.ceil(total / 7) }, (_, page) => list(scope, page * 7, 7)).flatMap((page) => {
      expect(page.total).toBe(total);
      return page.rows;
    });
    expect(paged).toEqual(rows);
    expect(list(scope, total, 7).rows).toEqual([]);
  });

  it('can be searched in by the field of the search', () => {
    const both = found(`${query} heron`);
    expect(both).toEqual(titles(scope).filter((title) => Number(title.slice(8)) % 2 === 0));
  });
});

describe('what is unread', () => {
  it('is counted as marks come and go', () => {
    fillMonths();
    const unread = () => readOverview(library).counts.unread;
    expect(unread()).toBe(60);
    setRead(library, idOf(3), true);
    setRead(library, idOf(3), true);
    setRead(library, idOf(4), true);
    expect(unread()).toBe(58);
    setRead(library, idOf(3), false);
    expect(unread()).toBe(59);
  });

  it('is counted again when articles come, go, or get another day or key', () => {
    fillMonths();
    setRead(library, idOf(3), true);
    const counted = () => [
      readOverview(library).counts.unread,
      list({ kind: 'unread' }).total,
      titles({ kind: 'unread' }).length,
    ];
    expect(counted()).toEqual([59, 59, 59]);
    storePages(content, 'a', [makePage('new.md', { publishedOn: '2021-06-30' })]);
    expect(counted()).toEqual([60, 60, 60]);
    storePages(content, 'a', [makePage('pages/3.md', { publishedOn: '2020-01-01', originalUrl: 'https://example.org/3' })]);
    followKeyChanges(library);
    expect(counted()).toEqual([60, 60, 60]);
    expect(titles({ kind: 'period', year: 2020 })).toHaveLength(1);
    removeArchiveContent(content, 'a');
    expect(counted()).toEqual([0, 0, 0]);
  });

  it('is found among many days that were read', () => {
    fillLibrary(
      content,
      Array.from({ length: 300 }, (_, number) => ({
        title: `Article ${number}`,
        publishedOn: new Date(Date.UTC(2020, 0, 1 + number)).toISOString().slice(0, 10),
      })),
    );
    markAllRead(library, { scope: { kind: 'all' } });
    for (const number of [7, 150, 298]) setRead(library, idOf(number), false);
    expect(titles({ kind: 'unread' })).toEqual(['Article 298', 'Article 150', 'Article 7']);
    expect(list({ kind: 'unread' }, 1, 1).rows.map(({ title }) => title)).toEqual(['Article 150']);
    expect(readOverview(library).counts.unread).toBe(3);
  });

  it('of a moment does not move while it is read', () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 1_000 });
    onTestFinished(() => void vi.useRealTimers());
    fillMonths();
    setRead(library, idOf(0), true);
    const scope = { kind: 'unread', asOfMs: 2_000 } as const;
    const before = titles(scope);
    vi.setSystemTime(3_000);
    setRead(library, idOf(6), true);
    setRead(library, idOf(0), true);
    expect(titles(scope)).toEqual(before);
    expect(list(scope).total).toBe(59);
    expect(list({ kind: 'unread' }).total).toBe(58);
  });
});

describe('the history', () => {
  it('holds what was opened, the last first, and not what was only marked', () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 1_000 });
    onTestFinished(() => void vi.useRealTimers());
    fillMonths();
    for (const number of [5, 6, 7, 5]) {
      vi.advanceTimersByTime(1_000);
      setRead(library, idOf(number), true, true);
    }
    setRead(library, idOf(9), true);
    expect(titles({ kind: 'history' })).toEqual(['Article 5', 'Article 7', 'Article 6']);
    expect(list({ kind: 'history' }, 1, 1)).toMatchObject({ total: 3, rows: [{ title: 'Article 7' }] });
  });

  it('stays when an article is unread again, waits for an archive that is away, and follows another key', () => {
    const page = makePage('1.md', { title: 'One' });
    storePages(content, 'news', [page]);
    setRead(library, 'news:1.md', true, true);
    setRead(library, 'news:1.md', false);
    expect(titles({ kind: 'history' })).toEqual(['One']);
    removeArchiveContent(content, 'news');
    expect(list({ kind: 'history' })).toEqual({ total: 0, rows: [] });
    storePages(content, 'news', [page]);
    storePages(content, 'news', [makePage('1.md', { title: 'One', originalUrl: 'https://example.org/1' })]);
    followKeyChanges(library);
    expect(titles({ kind: 'history' })).toEqual(['One']);
  });

  it('is empty once it was cleared, and nothing tells any more when something was read', () => {
    fillMonths();
    setRead(library, idOf(5), true, true);
    forgetHistory(library);
    expect(titles({ kind: 'history' })).toEqual([]);
    expect(library.reader.all('SELECT read_at_ms AS atMs FROM read_mark')).toEqual([{ atMs: 0 }]);
    expect(readOverview(library).counts.unread).toBe(59);
  });
});

describe('marking a whole list as read', () => {
  it.each([
    ['a source', { scope: { kind: 'source', name: 'Morning Post' } }, 14],
    ['a month', { scope: { kind: 'period', year: 2021, month: 6 } }, 20],
    ['everything', { scope: { kind: 'all' } }, 59],
    ['a search', { query: 'heron topic:"birds"' }, 5],
  ] as const)('marks %s to its end, and takes back only what it marked', (_name, marked, articles) => {
    fillMonths();
    setRead(library, idOf(0), true);
    const answer = markAllRead(library, marked);
    expect(answer.articles).toBe(articles);
    expect(readOverview(library).counts.unread).toBe(59 - articles);
    expect(unmarkRead(library, answer)).toBe(articles);
    expect(readOverview(library).counts.unread).toBe(59);
  });
});

describe('what the tree of the library counts', () => {
  it('is what the lists hold: sources and topics by use, months from the newest', () => {
    fillMonths();
    const { sources, topics, months, counts } = readOverview(library);
    expect(sources).toEqual([
      { name: 'Morning Post', label: 'Morning Post', articles: 15 },
      { name: 'River Weekly', label: 'River Weekly', articles: 15 },
    ]);
    expect(topics.map(({ name, articles }) => [name, articles])).toEqual([
      ['birds', 12],
      ['water', 10],
    ]);
    expect(months).toEqual([6, 5, 4].map((month) => ({ year: 2021, month, articles: 20 })));
    expect(counts.all).toBe(60);
  });

  it('follows every change of an article', () => {
    storePages(content, 'a', [makePage('1.md', { source: 'A', topics: ['x', 'y'], publishedOn: '2021-06-01' })]);
    storePages(content, 'a', [makePage('1.md', { source: 'B', topics: ['y'], publishedOn: '1969-12-31' })]);
    const changed = readOverview(library);
    expect(changed.sources.map(({ name, articles }) => [name, articles])).toEqual([['B', 1]]);
    expect(changed.topics.map(({ name, articles }) => [name, articles])).toEqual([['y', 1]]);
    expect(changed.months).toEqual([{ year: 1969, month: 12, articles: 1 }]);
    expect(list({ kind: 'archive', archiveId: 'a' }).total).toBe(1);
    removeArchiveContent(content, 'a');
    expect(list({ kind: 'archive', archiveId: 'a' }).total).toBe(0);
    expect(readOverview(library)).toMatchObject({ sources: [], topics: [], months: [], counts: { all: 0 } });
  });
});
