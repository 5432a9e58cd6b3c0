import { expect, test } from 'vitest';
import { findMarks } from '#main/search/marks.ts';
import { parseQuery } from '#main/search/parse-query.ts';
import { makeSnippets } from '#main/search/snippets.ts';

function marked(text: string, query: string): string {
  return findMarks(text, query)
    .toReversed()
    .reduce(
      (shown, [start, length]) => `${shown.slice(0, start)}[${shown.slice(start, start + length)}]${shown.slice(start + length)}`,
      text,
    );
}

test.each([
  ['在總統府會談', '总统', '在[總統]府會談'],
  ['G7 and G72, 在G7峰', 'g7', '[G7] and G72, 在[G7]峰'],
  ['truth trust', 'tru*', '[tru]th [tru]st'],
  ['中国、\n美国与中国', '"中国 美国"', '[中国、\n美国]与中国'],
  ['在G20峰会', 'G20峰', '在[G20峰]会'],
  ['G20 峰会', 'G20峰会', '[G20 峰会]'],
  ['拜登拜登', '拜登', '[拜登拜登]'],
  ['河灯 山路', '河灯 -山路', '[河灯] 山路'],
  ['𠮷野家', '𠮷', '[𠮷]野家'],
  ['CAFÉ', 'cafe', '[CAFÉ]'],
  ['nothing', 'after:2018', 'nothing'],
])('in %s the query %s marks %s', (text, query, expected) => {
  expect(marked(text, query)).toBe(expected);
});

const snippetsFor = (text: string, query: string) => makeSnippets(text, parseQuery(query).terms);

test('a snippet begins with the sentence, holds the whole mark, and its marks are places in it', () => {
  const text = `${'前面的话。'.repeat(60)}夜里放河燈，${'后面的话。'.repeat(60)}又见河灯。`;
  const snippets = snippetsFor(text, '河灯');
  expect(snippets).toHaveLength(2);
  for (const { text: snippet, marks } of snippets) {
    expect(snippet.length).toBeLessThanOrEqual(160);
    expect(marks.map(([start, length]) => snippet.slice(start, start + length))).toEqual([expect.stringMatching(/^河[灯燈]$/u)]);
  }
  expect(snippets[0]?.text).toMatch(/^(前面的话。)*夜里放河燈/u);
});

test('a text whose title alone matched is shown from its beginning, without marks', () => {
  expect(snippetsFor('河边\n有灯', '山')).toEqual([{ text: '河边 有灯', marks: [] }]);
  expect(snippetsFor('', '山')).toEqual([]);
});

test('no snippet is cut inside a character', () => {
  for (let shift = 0; shift < 4; shift += 1) {
    for (const { text } of snippetsFor(`${'a'.repeat(shift)}${'😀'.repeat(100)}河灯${'😀'.repeat(200)}`, '河灯'))
      expect(text).not.toMatch(/\p{Surrogate}/u);
  }
});
