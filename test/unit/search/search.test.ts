import { beforeEach, describe, expect, test } from 'vitest';
import { search } from '#main/search/search.ts';
import { beginState } from '#main/store/archive/state.ts';
import { refreshSections } from '#main/store/archive/sections.ts';
import { storePages } from '#main/store/archive/store-pages.ts';
import type { WritableDb } from '#main/store/database.ts';
import { findRowsById } from '#main/store/archive/article-rows.ts';
import { fillLibrary, indexEverything, temporaryArchiveDatabase } from '#test/helpers/library.ts';
import { makeIndexPage, makePage } from '#test/helpers/pages.ts';

function titlesFor(db: WritableDb, query: string, sort: 'newest' | 'relevance' = 'newest'): string[] {
  const { hits } = search(db, { query, sort, offset: 0, limit: 100 });
  return findRowsById(
    db,
    hits.map((hit) => hit.articleRowId),
  ).map((row) => row.title);
}

describe('the query language', () => {
  let db: WritableDb;
  beforeEach(() => {
    db = temporaryArchiveDatabase();
    beginState(db, 'river', 'head');
    beginState(db, 'hill', 'head');
    storePages(db, 'river', [
      makePage('p/1.md', { title: 'A 河灯', text: '夜里放河灯。G20峰会在即。', publishedOn: '2018-09-01', source: '河灯社' }),
      makePage('p/2.md', {
        title: 'B 山路',
        text: '上山的路，下山的路。峰会',
        publishedOn: '2018-10-05',
        source: 'Harbour Post',
      }),
      makePage('p/3.md', { title: 'C Lamp', text: 'The true lamp; truth and covid-19. 河', publishedOn: '2019-01-01' }),
      makePage('p/4.md', { title: 'D 中国 美国', text: '中国，美国。党', publishedOn: '2020-02-02' }),
      makeIndexPage('indexes/water.md', '水边', [[null, ['p/1.md', 'p/3.md']]]),
    ]);
    storePages(db, 'hill', [makePage('p/5.md', { title: 'E G20', text: '在G20峰，与G2。truck', publishedOn: '2021-01-01' })]);
    refreshSections(db, 'river');
    indexEverything(db);
  });

  test.each([
    ['', ''],
    ['   ', ''],
    ['河灯', 'A'],
    ['河', 'CA'],
    ['河 lamp', 'C'],
    ['河灯 OR lamp', 'CA'],
    ['河灯 | 山路', 'BA'],
    ['河 OR 党', 'DCA'],
    ['河 OR 山路', 'CBA'],
    ['(河 OR 党) lamp', 'C'],
    ['河 -lamp', 'A'],
    ['河 -灯', 'C'],
    ['-河', 'EDB'],
    ['-河 -g20', 'DB'],
    ['(河灯 -夜) OR 党', 'D'],
    ['河灯 OR -峰会', 'EDCA'],
    ['-(河 OR 党)', 'EB'],
    ['lamp -title:lamp', ''],
    ['title:河', 'A'],
    ['title:(河 OR lamp)', 'CA'],
    ['G20峰', 'EA'],
    ['G20峰会', 'A'],
    ['g20', 'EA'],
    ['G2', 'E'],
    ['tru', ''],
    ['tru*', 'EC'],
    ['t*', ''],
    ['covid', 'C'],
    ['covid-19', 'C'],
    ['"true lamp"', 'C'],
    ['“lamp true”', ''],
    ['"中国 美国"', 'D'],
    ['"中国 美"', 'D'],
    ['中国美国', ''],
    ['「上山的路」', 'B'],
    ['『河灯』', 'A'],
    ['＂true lamp＂', 'C'],
    ['"true lamp', 'C'],
    ['after:2019', 'EDC'],
    ['before:2018-10', 'A'],
    ['after:2018-10-05 before:2020', 'CB'],
    ['峰会 -after:2018-10', 'A'],
    ['河灯 OR (路 before:2018)', 'A'],
    ['河灯 OR (路 after:2018)', 'BA'],
    ['source:河灯', 'A'],
    ['SOURCE:harbour 峰会', 'B'],
    ['source:"harbour post"', 'B'],
    ['-source:河灯 峰会', 'B'],
    ['section:水', 'CA'],
    ['section：水边 河灯', 'A'],
    ['archive:hill', 'E'],
    ['archive:hill OR 党', 'ED'],
    ['after:never lamp', ''],
    ['title:', ''],
    ['AND OR', ''],
    ['((((((((((河灯))))))))))', 'A'],
    ['河灯)', 'A'],
    ['（河灯｜山路）', 'BA'],
  ])('%s finds %s', (query, expected) => {
    const letters = (sort: 'newest' | 'relevance'): string[] => titlesFor(db, query, sort).map((title) => title.slice(0, 1));
    expect(letters('newest').join('')).toBe(expected);
    expect(new Set(letters('relevance'))).toEqual(new Set(expected));
  });
});

test('relevance puts titles first, then what speaks of it more', () => {
  const db = temporaryArchiveDatabase();
  fillLibrary(db, [
    { title: 'Often', text: 'lantern lantern lantern lantern', publishedOn: '2001-01-01' },
    { title: 'Once', text: `lantern ${'and more of other things '.repeat(20)}`, publishedOn: '2009-01-01' },
    { title: 'A lantern', text: 'light', publishedOn: '2000-01-01' },
    { title: 'None', text: 'dark', publishedOn: '2010-01-01' },
  ]);
  expect(titlesFor(db, 'lantern', 'relevance')).toEqual(['A lantern', 'Often', 'Once']);
  expect(titlesFor(db, 'lantern -的', 'relevance')).toEqual(['A lantern', 'Often', 'Once']);
  expect(titlesFor(db, 'lantern -light', 'relevance')).toEqual(['Often', 'Once']);
  expect(titlesFor(db, 'lantern', 'newest')).toEqual(['Once', 'Often', 'A lantern']);
});

test('pages of the answer follow each other in both orders, and the total is capped until all is asked for', () => {
  const db = temporaryArchiveDatabase();
  fillLibrary(
    db,
    Array.from({ length: 1_200 }, (_, number) => ({ title: `Number ${number}`, text: '河灯'.repeat(1 + (number % 5)) })),
  );
  for (const sort of ['newest', 'relevance'] as const) {
    const whole = search(db, { query: '河灯', sort, offset: 0, limit: 2_000, snippets: 0 });
    expect([whole.total, whole.isTotalExact, whole.hits.length]).toEqual([1_200, true, 1_200]);
    expect(whole.hits[0]?.snippets).toEqual([]);
    const parts = [0, 50, 100].flatMap((offset) => search(db, { query: '河灯', sort, offset, limit: 50 }).hits);
    expect(parts.map((hit) => hit.articleRowId)).toEqual(whole.hits.slice(0, 150).map((hit) => hit.articleRowId));
    const first = search(db, { query: '河灯', sort, offset: 0, limit: 50 });
    expect([first.total, first.isTotalExact]).toEqual([1_000, false]);
  }
});
