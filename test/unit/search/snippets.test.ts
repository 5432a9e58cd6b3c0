import { expect, test } from 'vitest';
import { parseQuery } from '#main/search/parse-query.ts';
import { makeSnippets } from '#main/search/snippets.ts';

test('snippets neither begin nor end inside a Latin word or a surrogate pair', () => {
  const words = 'wonderful lanterns 𠮷𠮷 drifting downstream '.repeat(20);
  for (let shift = 0; shift < 60; shift += 1) {
    const text = `${'x'.repeat(shift)} ${words}target ${words}`;
    for (const { text: shown, marks } of makeSnippets(text, parseQuery('target').terms)) {
      const at = text.indexOf(shown);
      expect(/\w\|\w|[\uD800-\uDBFF]\|/.test(`${text.slice(Math.max(0, at - 1), at)}|${shown.slice(0, 1)}`), shown).toBe(false);
      const end = at + shown.length;
      expect(/\w\|\w|[\uD800-\uDBFF]\|/.test(`${text.slice(end - 1, end)}|${text.slice(end, end + 1)}`), shown).toBe(false);
      expect(marks.map(([start, length]) => shown.slice(start, start + length))).toEqual(['target']);
    }
  }
});

test.each(['河灯', 'tru*', '"河灯 大海"', '的'])(
  'a long text shows for %s what its marks from end to end would show',
  (query) => {
    const { terms } = parseQuery(query);
    const filler = '的话在前面说。'.repeat(30);
    for (let first = 0; first < 24; first += 1) {
      const found = '放河灯，大海 true 又见';
      const beginning = `${'山'.repeat(first)}${filler.repeat(first)}${found}${filler}${found}`;
      const short = makeSnippets(beginning.padEnd(8_000, '。'), terms);
      expect(makeSnippets(beginning.padEnd(40_000, '。'), terms)).toEqual(short);
      expect(short.flatMap(({ marks }) => marks).length).toBeGreaterThan(0);
    }
  },
);

test('of several terms the first snippet begins where most of them stand together', () => {
  const shownOf = (text: string, query: string): (readonly string[])[] =>
    makeSnippets(text, parseQuery(query).terms).map((snippet) =>
      snippet.marks.map(([start, length]) => snippet.text.slice(start, start + length)),
    );
  const far = '。别的话在前面说。'.repeat(40);
  const text = `河灯${far}大海${far}山路和河灯${far}河灯、山路与大海${far}山路`;
  expect(shownOf(text, '大海 河燈')).toEqual([['河灯', '大海']]);
  expect(shownOf(text, '山路 河灯')).toEqual([
    ['山路', '河灯'],
    ['河灯', '山路'],
  ]);
  expect(shownOf(text, '河灯 OR 大海 OR 山路')).toEqual([['河灯', '山路', '大海'], ['山路']]);
  expect(shownOf(`大海${far}河灯`, '河灯 大海')).toEqual([['大海'], ['河灯']]);
});
