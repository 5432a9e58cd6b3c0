import { expect, test } from 'vitest';
import { fold } from '#main/search/folding.ts';
import { search } from '#main/search/search.ts';
import { iterateArticles } from '#main/store/archive/article-rows.ts';
import { readText } from '#main/store/archive/bodies.ts';
import { generateArticles, makeRandom, pick } from '#test/helpers/generated-text.ts';
import { fillLibrary, temporaryArchiveDatabase } from '#test/helpers/library.ts';

const everything = { sort: 'newest', offset: 0, limit: 100_000 } as const;

/** What the search promises, without an index: Latin words whole, everything else wherever it stands. */
function contains(folded: string, query: string): boolean {
  const escaped = fold(query).replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
  const pattern = /^[a-z0-9]+$/u.test(fold(query)) ? `(?<![a-z0-9])${escaped}(?![a-z0-9])` : escaped;
  return new RegExp(pattern, 'u').test(folded);
}

test('finds exactly the articles that contain the query, and shows where', () => {
  const db = temporaryArchiveDatabase();
  fillLibrary(db, generateArticles(1_500, 7));
  const rows = [...iterateArticles(db)];
  const texts = rows.map((row) => ({ id: row.rowId, folded: fold(`${row.title}\n${readText(db, row.rowId)?.text ?? ''}`) }));
  const random = makeRandom(3);
  const queries = ['的', '國', '党', '鯨', 'COVID', 'G7', 'x', '2018', 'nato', 'CAFE', '𠮷'];
  while (queries.length < 260) {
    const runs = pick(random, texts).folded.match(/\p{Script=Han}+/gu) ?? [];
    const run = Array.from(pick(random, runs));
    const length = pick(random, [1, 2, 2, 2, 3, 4, 6]);
    const start = Math.floor(random() * (run.length - length + 1));
    if (run.length >= length) queries.push(run.slice(start, start + length).join(''));
  }
  for (const query of queries) {
    const { hits, total, isTotalExact } = search(db, { ...everything, query, snippets: 30 });
    const expected = texts.filter(({ folded }) => contains(folded, query)).map(({ id }) => id);
    expect(
      hits.map((hit) => hit.articleRowId),
      query,
    ).toEqual(expected);
    expect([total, isTotalExact], query).toEqual([expected.length, true]);
    for (const { titleMarks, snippets } of hits.slice(0, 30)) {
      expect(titleMarks.length + snippets.flatMap(({ marks }) => marks).length, query).toBeGreaterThan(0);
      for (const { text, marks } of snippets)
        for (const [start, length] of marks) expect(contains(fold(text.slice(start, start + length)), query), query).toBe(true);
    }
  }
});

test('finds the same with a query in either script', () => {
  const db = temporaryArchiveDatabase();
  fillLibrary(db, [{ title: '會談', text: '總統在臺灣' }, { title: '会谈', text: '总统在台湾' }, { text: 'nothing' }]);
  for (const query of ['會談', '会谈', '總統', '总统', '臺灣', '台湾', '台灣']) {
    expect(search(db, { ...everything, query }).total, query).toBe(2);
  }
});
