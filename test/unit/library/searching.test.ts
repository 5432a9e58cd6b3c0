import { beforeEach, expect, test } from 'vitest';
import { listHistory, forget, remember, save, unsave } from '#main/library/saved-searches.ts';
import { type Library, openLibrary } from '#main/library/library.ts';
import { facetsOf } from '#main/library/search-facets.ts';
import { searchLibrary } from '#main/library/search-library.ts';
import { suggest } from '#main/library/search-suggestions.ts';
import { countHits } from '#main/search/count-hits.ts';
import { findOffers } from '#main/search/offers.ts';
import type { WritableDb } from '#main/store/database.ts';
import { fillLibrary, temporaryArchiveDatabase, temporaryLibraryDir } from '#test/helpers/library.ts';

let library: Library;
let writer: WritableDb;
beforeEach(() => {
  const libraryDir = temporaryLibraryDir();
  writer = temporaryArchiveDatabase(libraryDir);
  fillLibrary(writer, [
    { title: '放河灯', text: '夜里放河灯 lamp', source: '河灯社', topics: ['水边'], publishedOn: '2019-05-01' },
    { title: '山路', text: '上山的路 lamp', source: '河灯社报', topics: ['山'], publishedOn: '2020-05-01' },
    { title: 'Truth', text: '河灯 and lamp', source: null, publishedOn: '2020-06-01' },
  ]);
  library = openLibrary(libraryDir);
  return () => library.close();
});

const totalOf = (query: string): number => searchLibrary(library, { query, sort: 'newest', offset: 0, limit: 9 }).total;

test('each facet, put behind the search, narrows it to as many hits as it says', () => {
  for (const query of ['lamp', '河灯 OR 山路', '-海']) {
    const { archives, sections, sources, years, countedHits, isExact } = facetsOf(library, { query });
    expect([countedHits, isExact]).toEqual([totalOf(query), true]);
    expect(years.map(({ label }) => label)).toEqual(['2020', '2019']);
    expect(sources.map(({ label }) => label)).toEqual(['河灯社', '河灯社报']);
    for (const { filter, count } of [...archives, ...sections, ...sources, ...years])
      expect(totalOf(`${query} ${filter}`), `${query} ${filter}`).toBe(count);
  }
});

test('counts to the end, and gives up when it is told to', () => {
  expect(countHits(library.archive, 'lamp')).toBe(3);
  const stop = (): never => {
    throw new Error('stopped');
  };
  expect(() => countHits(library.archive, 'lamp', stop)).toThrow('stopped');
});

test('where nothing is found, what is offered finds something', () => {
  const offersFor = (query: string): string[] => findOffers(library.archive, query).map((offer) => offer.query);
  expect(offersFor('河灯 after:2030')).toEqual(['河灯']);
  expect(offersFor('title:lamp')).toEqual(['lamp']);
  expect(offersFor('"lamp 河灯"')).toContain('lamp 河灯');
  expect(offersFor('河灯 海盗')).toEqual(['河灯']);
  expect(offersFor('山路，河燈，TRUTH')).toEqual(['TRUTH 河燈', 'TRUTH', '山路', '河燈']);
  expect(offersFor('夜裡放河燈海盜').join('')).toMatch(/^(?=.*燈)[^灯]+$/u);
  expect(offersFor('')).toEqual([]);
  for (const { query, total } of findOffers(library.archive, '河灯 海盗 lamp -夜')) expect(totalOf(query)).toBe(total);
});

test('suggests topics, sources and titles by what is typed, in either script', () => {
  const kindsFor = (text: string): string[] => suggest(library, { text, limit: 9 }).map((found) => `${found.kind} ${found.text}`);
  expect(kindsFor('河燈')).toEqual(['source 河灯社', 'source 河灯社报', 'title 放河灯']);
  expect(kindsFor('山')).toEqual(['topic 山', 'title 山路']);
  expect(kindsFor('tru')).toEqual(['title Truth']);
  expect(suggest(library, { text: '山路', limit: 9 })[0]).toMatchObject({ articleId: 'a:pages/1.md', marks: [[0, 2]] });
});

test('suggests topics that came while it was asked', () => {
  const texts = (): string[] => suggest(library, { text: '新', limit: 9 }).map(({ text }) => text);
  expect(texts()).toEqual([]);
  writer.run("UPDATE article SET topics = '[\"新桥\"]' WHERE title = '山路'");
  expect(texts()).toEqual(['新桥']);
});

test('saved searches count what they find; the history is kept once each, newest first, and can be forgotten', () => {
  save(library, { query: 'lamp', name: 'Lamps' });
  const [saved] = save(library, { query: 'lamp', name: 'Light' });
  expect(saved).toMatchObject({ name: 'Light', query: 'lamp', total: 3, isTotalExact: true });
  for (const query of ['one', 'two', 'one']) remember(library, { query });
  expect(
    listHistory(library)
      .map(({ query }) => query)
      .toSorted(),
  ).toEqual(['one', 'two']);
  expect(suggest(library, { text: '', limit: 9 }).map(({ kind }) => kind)).toEqual(['saved', 'recent', 'recent']);
  expect(suggest(library, { text: 'tw', limit: 9 }).map(({ text }) => text)).toEqual(['two']);
  expect(suggest(library, { text: 'Two ', limit: 9 })).toEqual([]);
  forget(library, { query: 'one' });
  expect(listHistory(library).map(({ query }) => query)).toEqual(['two']);
  forget(library, { query: null });
  expect(listHistory(library)).toEqual([]);
  expect(unsave(library, { id: saved?.id ?? '' })).toEqual([]);
});
