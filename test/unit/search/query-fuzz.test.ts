import { expect, test } from 'vitest';
import { compileQuery } from '#main/search/compile-query.ts';
import { countUpTo, findNewest } from '#main/search/find-articles.ts';
import { formatQuery } from '#main/search/format-query.ts';
import { parseQuery } from '#main/search/parse-query.ts';
import { surroundingsOf } from '#main/search/plan-query.ts';
import { search } from '#main/search/search.ts';
import { openArchiveForReader } from '#main/store/open.ts';
import { generateArticles, makeRandom, pick } from '#test/helpers/generated-text.ts';
import { fillLibrary, temporaryArchiveDatabase, temporaryLibraryDir, temporaryReaderDatabase } from '#test/helpers/library.ts';

const pieces = [
  '"',
  '“',
  '”',
  '「',
  '」',
  '『',
  '(',
  ')',
  '（',
  '）',
  '|',
  '｜',
  ' OR ',
  ' AND ',
  ' NOT ',
  'NEAR(',
  '-',
  '－',
  '+',
  '*',
  '^',
  ':',
  '：',

  'title:',
  'after:',
  'before:',
  'source:',
  'section:',
  'archive:',
  'topic:',
  'is:',
  'has:',
  '标题：',
  '來源:',
  '标签:',
  '之後：',
  '是:',
  '2018',
  '2018-02-31',
  '2018年9月',
  '1e9',
  'bookmarked',
  'unread',
  'removed',
  'picture',
  '图',
  'foo',
  '河灯社',
  'a',
  '的',
  '中国',
  '国',
  'covid',
  'é',
  'a*',
  'ab*',
  '12*',
  '123*',
  'G20峰会',
  '第3章',
  '中·美',
  '한국어',
  'かな',

  "'",
  ';',
  '--',
  '{a}',
  '\\',
  '\0',
  '\uFFFF',
  '\uE000',
  '😀',
  '𠮷',
  '𠮷𠮷',
  '\uD800',
  '\uDC00',
  '\n',
  '\t',
  '，',
  '\u0301',
  'ﬁ',
  'İ',
  'x'.repeat(300),
  '的'.repeat(70),
  '('.repeat(40),
  'title:'.repeat(10),
  '-'.repeat(30),
];

const random = makeRandom(11);
const anyUnit = (): string => String.fromCharCode(Math.floor(random() * 0x1_00_00));

function makeQuery(): string {
  const between = random() < 0.5 ? '' : ' ';
  const length = 1 + Math.floor(random() * 9);
  return Array.from({ length }, () => (random() < 0.06 ? anyUnit() : pick(random, pieces))).join(between);
}

test('any text is a query: none of 100,000 raises, and written out again it asks for the same', () => {
  const libraryDir = temporaryLibraryDir();
  fillLibrary(temporaryArchiveDatabase(libraryDir), generateArticles(60, 5, 120));
  const db = openArchiveForReader(libraryDir, temporaryReaderDatabase(libraryDir));
  const surroundings = surroundingsOf(db);
  let [found, written] = [0, 0];
  for (let run = 0; run < 100_000; run += 1) {
    const query = makeQuery();
    const { tree } = parseQuery(query);
    if (!tree) continue;
    const plan = compileQuery(tree, 'anywhere', run % 10 === 0 ? surroundings : { ...surroundings, resolveNames: () => '[]' });
    compileQuery(tree, 'title', { ...surroundings, resolveNames: () => '[]' });
    if (run % 8 === 0) {
      const sort = run % 40 === 0 ? 'relevance' : 'newest';
      found += search(db, { query, sort, offset: 0, limit: 3, snippets: 1 }).hits.length;
    }
    if (run % 50 === 0) {
      const again = parseQuery(formatQuery(tree)).tree;
      const ids = findNewest(db, plan, 1_000);
      // A query may be longer when it is written out, and is cut then.
      if (formatQuery(tree).length > 256) continue;
      expect(again && findNewest(db, compileQuery(again, 'anywhere', surroundings), 1_000), query).toEqual(ids);
      expect(countUpTo(db, plan, 1_000), query).toBe(ids.length);
      written += 1;
    }
  }
  db.close();
  expect(found).toBeGreaterThan(1_000);
  expect(written).toBeGreaterThan(500);
}, 60_000);
