import { expect, onTestFinished, test } from 'vitest';
import { inShownScript } from '#main/library/in-shown-script.ts';
import { type Library, openLibrary } from '#main/library/library.ts';
import { relatedArticles } from '#main/library/related-articles.ts';
import { changeSettings } from '#main/library/settings.ts';
import type { ParsedArticle } from '#main/parse/parsed-page.ts';
import { refreshSections } from '#main/store/archive/sections.ts';
import { beginState } from '#main/store/archive/state.ts';
import { storePages } from '#main/store/archive/store-pages.ts';
import type { ReadableDb, SqlParameters, WritableDb } from '#main/store/database.ts';
import type { RelatedReason } from '#preload/contract/related-types.ts';
import { indexEverything, temporaryArchiveDatabase, temporaryLibraryDir } from '#test/helpers/library.ts';
import { makeIndexPage, makePage } from '#test/helpers/pages.ts';

type Pages = Readonly<Record<string, Partial<ParsedArticle>>>;

/** Filled, with forty articles about nothing that the others are about, and indexed. */
function libraryOf(pages: Pages, more: (db: WritableDb) => void = () => undefined): Library {
  const folder = temporaryLibraryDir();
  const db = temporaryArchiveDatabase(folder);
  beginState(db, 'a', 'head');
  const others = Array.from({ length: 40 }, (_, number) => makePage(`other/${number}.md`, otherArticle(number)));
  storePages(db, 'a', [...others, ...Object.entries(pages).map(([path, article]) => makePage(path, article))]);
  more(db);
  indexEverything(db);
  const library = openLibrary(folder);
  onTestFinished(() => library.close());
  return library;
}

const signs = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉';
const otherArticle = (number: number): Partial<ParsedArticle> => {
  const text = Array.from({ length: 12 }, (_, at) => signs.charAt((number * 7 + at * (number % 5) + at) % signs.length)).join('');
  return { title: `${text.slice(0, 5)}${number}`, text, publishedOn: `2015-01-${String((number % 28) + 1).padStart(2, '0')}` };
};

const found = (library: Library, path: string): Readonly<Record<string, readonly RelatedReason[]>> =>
  Object.fromEntries(relatedArticles(library, { id: `a:${path}` }).rows.map(({ article, reasons }) => [article.path, reasons]));
const order = (library: Library, path: string): readonly string[] =>
  relatedArticles(library, { id: `a:${path}` }).rows.map(({ article }) => article.path);

const wetland = { title: '东滩湿地的候鸟回来了', text: '退潮以后，东滩湿地的滩涂上先亮起水光，随后看得见候鸟。', language: 'zh' };

test('finds what links lead to and what leads here, by page and by address, before everything else', () => {
  const library = libraryOf({
    '1.md': { ...wetland, originalUrl: 'https://news.example/1', links: [{ text: 'map', url: 'page:map.md#at-2' }] },
    'map.md': { title: '一份旧地图', text: '等高线画错了。' },
    'named.md': {
      title: '读报札记',
      text: '参见《东滩湿地的候鸟回来了》一文。',
      links: [{ text: 'there', url: 'https://www.news.example/1?utm_source=a' }],
    },
    'alike.md': { ...wetland, title: '东滩湿地又见候鸟', links: [{ text: 'before', url: 'page:1.md' }] },
    'mentions.md': { title: '杂谈', text: '有人说起东滩湿地的候鸟回来了，没有多说。' },
  });
  const rows = found(library, '1.md');
  expect(rows['map.md']).toEqual([{ kind: 'linked' }]);
  expect(rows['named.md']?.[0]).toEqual({ kind: 'links-here' });
  expect(rows['alike.md']).toEqual([{ kind: 'links-here' }, { kind: 'alike' }]);
  expect(rows['mentions.md']?.map(({ kind }) => kind)).not.toContain('links-here');
  expect(order(library, '1.md').slice(0, 2)).toEqual(['map.md', 'alike.md']);
  // Nothing but the days, which are near each other, leads from the map to where it is linked.
  expect(found(library, 'map.md')['1.md']).toEqual([{ kind: 'links-here' }]);
});

test('topics that few articles have weigh more than those that many have, and are named in that order', () => {
  const common = Object.fromEntries(
    Array.from({ length: 12 }, (_, number) => [
      `common/${number}.md`,
      { title: `闲话${number}`, topics: ['时事'], text: `第${number}则` },
    ]),
  );
  const library = libraryOf({
    ...common,
    '1.md': { title: '起', text: '无', topics: ['时事', '盐沼'] },
    'rare.md': { title: '承', text: '有', topics: ['盐沼'], publishedOn: '2001-01-01' },
    'both.md': { title: '转', text: '亦', topics: ['盐沼', '时事'] },
  });
  expect(order(library, '1.md').slice(0, 2)).toEqual(['both.md', 'rare.md']);
  const rows = found(library, '1.md');
  expect(rows['both.md']).toEqual([{ kind: 'topics', topics: ['盐沼', '时事'] }]);
  expect(rows['common/0.md'] ?? rows['common/11.md']).toEqual([{ kind: 'topics', topics: ['时事'] }]);
  expect(Object.keys(rows)).toHaveLength(8);
});

test('finds what is alike in either script and in letters, the most alike first, and nothing that only shares common words', () => {
  const library = libraryOf({
    '1.md': wetland,
    'most.md': { title: '東灘濕地：候鳥的一年', text: '東灘濕地的灘塗上，候鳥隨著退潮而來。' },
    'less.md': { title: '守堤人', text: '他在东滩湿地守了一辈子堤，滩涂他认得。' },
    'none.md': { title: '河灯', text: '夜里放河灯，随后回来。' },
    'english.md': {
      title: 'Counting birds over the estuary',
      text: 'A weather radar never meant for birds has become a census.',
    },
    'radar.md': { title: 'What the radar saw', text: 'The weather radar showed rings: birds leaving the estuary.' },
  });
  expect(order(library, '1.md')).toEqual(['most.md', 'less.md']);
  expect(found(library, '1.md')['most.md']).toEqual([{ kind: 'alike' }]);
  expect(order(library, 'english.md')).toEqual(['radar.md']);
});

test('the same article in another edition is no other article; one of the same title years later is', () => {
  const library = libraryOf({
    '1.md': { ...wetland, publishedOn: '2021-06-16' },
    'again.md': { ...wetland, publishedOn: '2021-06-17', title: '东滩湿地的候鸟回来了！' },
    'script.md': { title: '東灘濕地的候鳥回來了', text: '退潮以後，東灘濕地的灘塗上先亮起水光。', publishedOn: '2021-06-16' },
    'later.md': { title: wetland.title, text: '十年以后，东滩湿地的滩涂又是另一番样子。', publishedOn: '2031-06-16' },
    'twin.md': { title: '候鸟与东滩湿地', text: '东滩湿地的候鸟，滩涂上。', publishedOn: '2020-01-01' },
    'twin-again.md': { title: '候鳥與東灘濕地', text: '東灘濕地的候鳥，灘塗上。', publishedOn: '2020-01-02' },
  });
  const rows = order(library, '1.md');
  expect(rows).toContain('later.md');
  expect(rows.filter((path) => path.startsWith('twin'))).toHaveLength(1);
  expect(rows).toHaveLength(2);
});

test('what the archive no longer publishes stays, behind what is as much alike', () => {
  const alike = { text: '东滩湿地的候鸟在滩涂上。' };
  const library = libraryOf(
    { '1.md': wetland, 'gone.md': { title: '湿地候鸟·上', ...alike }, 'here.md': { title: '湿地候鸟·下', ...alike } },
    (db) => db.run("UPDATE article SET is_removed_upstream = 1 WHERE title = '湿地候鸟·上'"),
  );
  expect(order(library, '1.md')).toEqual(['here.md', 'gone.md']);
});

test('the nearest of the same section come last, three at most', () => {
  const issue = (number: number): Partial<ParsedArticle> => ({
    title: `${signs.charAt(number)}${signs.charAt(number + 9)}`,
    text: `${signs.charAt(number + 3)}${signs.charAt(number + 1)}`,
    publishedOn: `2021-06-${10 + number}`,
  });
  const paths = Array.from({ length: 8 }, (_, number) => `s/${number}.md`);
  const library = libraryOf(
    { ...Object.fromEntries(paths.map((path, number) => [path, issue(number)])), '1.md': { title: '地图', text: '旧' } },
    (db) => {
      const entries = paths.map((path) => `${path}|x`);
      storePages(db, 'a', [
        makeIndexPage('README.md', 'A', [[null, ['indexes/s.md|文史']]]),
        makeIndexPage('indexes/s.md', '文史', [[null, entries]]),
      ]);
      refreshSections(db, 'a');
    },
  );
  expect(order(library, 's/4.md')).toHaveLength(3);
  expect(order(library, 's/4.md').slice(0, 2).toSorted()).toEqual(['s/3.md', 's/5.md']);
  expect(found(library, 's/4.md')['s/3.md']).toEqual([{ kind: 'section', section: '文史' }]);
});

test('a page that links to many leaves room for others, and names no article twice', () => {
  const pages = Object.fromEntries(
    Array.from({ length: 12 }, (_, number) => [
      `l/${number}.md`,
      { title: `${signs.charAt(number)}${number}`, text: signs.charAt(number) },
    ]),
  );
  const links = Object.keys(pages).flatMap((path) => [
    { text: path, url: `page:${path}` },
    { text: path, url: `page:${path}#at-1` },
  ]);
  const library = libraryOf({
    ...pages,
    '1.md': { ...wetland, links: [...links, { text: 'self', url: 'page:1.md' }] },
    'alike.md': { ...wetland, title: '湿地候鸟' },
  });
  const rows = order(library, '1.md');
  expect(rows).toHaveLength(8);
  expect(new Set(rows).size).toBe(8);
  expect(rows).toContain('alike.md');
  expect(rows).not.toContain('1.md');
  expect(rows.slice(0, 4)).toEqual(['l/0.md', 'l/1.md', 'l/2.md', 'l/3.md']);
});

test('an article with nothing like it has none; one that is not there is not found; a look-up that is stopped stops', () => {
  const library = libraryOf({ '1.md': wetland });
  expect(order(library, '1.md')).toEqual([]);
  expect(() => order(library, 'none.md')).toThrow(/no article/u);
  const stop = (): never => {
    throw new Error('stopped');
  };
  expect(() => relatedArticles(library, { id: 'a:1.md' }, stop)).toThrow('stopped');
});

test('however many articles share everything, no more of them are looked at, and no text is read', () => {
  const pages = Object.fromEntries(
    Array.from({ length: 900 }, (_, number) => [
      `same/${number}.md`,
      { ...wetland, title: `${wetland.title}第${number}回`, topics: ['湿地'], publishedOn: `2020-0${(number % 9) + 1}-11` },
    ]),
  );
  const library = libraryOf(pages);
  let rowsRead = 0;
  const statements: string[] = [];
  const archive: ReadableDb = {
    ...library.archive,
    all: <Row>(sql: string, parameters?: SqlParameters): Row[] => {
      statements.push(sql);
      const rows = library.archive.all<Row>(sql, parameters);
      rowsRead += rows.length;
      return rows;
    },
  };
  expect(order({ ...library, archive }, 'same/5.md')).toHaveLength(8);
  expect(statements.join('\n')).not.toMatch(/\b(?:text|html)\b/u);
  // Twenty tokens of the title asked twice and the others once, each to one more than tells something.
  expect(rowsRead).toBeLessThan(20 * 201 + 52 * 301 + 500);
  expect(statements.length).toBeLessThan(150);
});

test('titles and reasons are written in the script that the reader chose', async () => {
  const library = libraryOf({
    '1.md': { ...wetland, topics: ['候鸟'] },
    '2.md': { title: '候鸟', topics: ['候鸟'], language: 'zh' },
  });
  changeSettings(library, { reading: { script: 'zh-Hant-TW' } });
  const shown = await inShownScript(library, 'articles.related', relatedArticles(library, { id: 'a:1.md' }));
  expect(shown).toMatchObject({ rows: [{ reasons: [{ kind: 'topics', topics: ['候鳥'] }] }] });
});
