import { expect, onTestFinished, test } from 'vitest';
import { alikeSql } from '#main/search/alike.ts';
import { compileQuery } from '#main/search/compile-query.ts';
import { countStepSql } from '#main/search/count-hits.ts';
import { facetSql } from '#main/search/facets.ts';
import { countSql, newestSql } from '#main/search/find-articles.ts';
import { namesSql } from '#main/search/names.ts';
import type { QueryPlan } from '#main/search/plan-hits.ts';
import { parseQuery } from '#main/search/parse-query.ts';
import type { ReadableDb } from '#main/store/database.ts';
import { openArchiveForReader, openReaderDatabase } from '#main/store/open.ts';
import { searchSql } from '#main/store/reader/searches.ts';
import { temporaryArchiveDatabase, temporaryLibraryDir } from '#test/helpers/library.ts';
import { expectNoScan, queryPlan } from '#test/helpers/query-plan.ts';

test.each([
  ['河灯', 'fts'],
  ['河灯 山路 -夜里', 'fts'],
  ['河灯 OR 山路', 'fts'],
  ['河灯 after:2018 before:2019', 'fts'],
  ['河灯 党', 'fts'],
  ['河灯 -党', 'fts'],
  ['河灯 党 -人 -山', 'fts'],
  ['河灯 -的', 'fts'],
  ['的 -一', 'fts_chars'],
  ['-的', 'fts_chars'],
  ['-(的 OR 一)', 'fts_chars'],
  ['title:河灯 -党 -山路', 'fts'],
  ['党 -山路 -人', 'fts_chars'],
  ['河灯 section:a source:b archive:c', 'fts'],
  ['党 人', 'fts_chars'],
  ['党 OR 人', 'fts_chars'],
  ['title:河灯', 'fts_title'],
  ['title:党', 'fts_title'],
])('%s streams newest first from %s, without a sort or a scan', (query, table) => {
  const db = temporaryArchiveDatabase();
  const { tree } = parseQuery(query);
  if (!tree) throw new Error('no query');
  const plan = compileQuery(tree, 'anywhere', { resolveNames: () => '[]', hasReaderData: false, hasAbsences: true });
  expect(plan.table).toBe(table);
  const newest = newestSql(plan, 50, 0);
  const steps = queryPlan(db, newest.sql, newest.parameters);
  const count = countSql(plan, 1_001);
  expectNoScan(steps);
  expect(steps.some((step) => step.startsWith(`SCAN ${table} VIRTUAL TABLE INDEX`))).toBe(true);
  const all = [...steps, ...queryPlan(db, count.sql, count.parameters)];
  expect(all.join('\n')).not.toContain('TEMP B-TREE');
  expectNoScan(all);
});

test.each(['河灯 -的', '一 -的', '-的 -一', '河灯 -(的 OR 一)', '河灯 -(的 一)', 'title:河灯 -的'])(
  '%s finds what lacks a common character, and leaves nothing out',
  (query) => {
    const { tree } = parseQuery(query);
    if (!tree) throw new Error('no query');
    const operatorsWith = (hasAbsences: boolean): string[] => {
      const plan = compileQuery(tree, 'anywhere', { resolveNames: () => '[]', hasReaderData: false, hasAbsences });
      return [plan.where.includes(' NOT IN ') ? 'EXCEPT' : '', ...plan.narrowings.map(({ operator }) => operator)];
    };
    expect(operatorsWith(true)).not.toContain('EXCEPT');
    expect(operatorsWith(false)).toContain('EXCEPT');
  },
);

test('only letters and digits of a query reach a MATCH, everything else is a bound parameter', () => {
  const { tree } = parseQuery(`河灯* OR "a'b; DROP" -(x^2 {title} NEAR) source:"'; --"`);
  if (!tree) throw new Error('no query');
  const plan = compileQuery(tree, 'anywhere', { resolveNames: () => '[]', hasReaderData: false, hasAbsences: true });
  expect(plan.where).toMatch(/^[\w\s.+?()=<>,*']+$/u);
  expect(plan.where).not.toMatch(/drop|near/iu);
  const match = plan.parameters.find((parameter) => typeof parameter === 'string' && parameter.includes('河灯'));
  expect(String(match).replaceAll(/"[\p{L}\p{N} ]*"/gu, 'T')).toMatch(/^(?:[T()*\s]|AND|OR|NOT|\{title\} : )+$/u);
});

test.each(Object.entries(alikeSql))('%s is read in the order of the index, and no further than asked', (_name, sql) => {
  const steps = queryPlan(temporaryArchiveDatabase(), sql, ['"河灯"', 300]);
  expectNoScan(steps);
  expect(steps.join('\n')).not.toContain('TEMP B-TREE');
});

test('names of sources are found without reading the articles', () => {
  const steps = queryPlan(temporaryArchiveDatabase(), namesSql.source, []).filter((step) => step.includes(' article'));
  expect(steps).toHaveLength(2);
  for (const step of steps) expect(step).toContain('SEARCH article USING COVERING INDEX article_source');
});

function withReaderData(): { readonly archive: ReadableDb; readonly reader: ReadableDb } {
  const libraryDir = temporaryLibraryDir();
  const reader = openReaderDatabase(libraryDir);
  const archive = openArchiveForReader(libraryDir, reader);
  onTestFinished(() => {
    archive.close();
    reader.close();
  });
  return { archive, reader };
}

function planFor(query: string): QueryPlan {
  const { tree } = parseQuery(query);
  if (!tree) throw new Error('no query');
  return compileQuery(tree, 'anywhere', { resolveNames: () => '[]', hasReaderData: true, hasAbsences: true });
}

test.each([
  'source:a',
  'section:a',
  'archive:a',
  'topic:a',
  'is:bookmarked',
  'is:unread',
  'is:read',
  'is:removed',
  'has:picture',
  '-has:picture',
  '(河灯 OR source:a) -is:read',
])('%s beside words looks up one row after another, newest and counted in steps', (filter) => {
  const { archive } = withReaderData();
  for (const query of [`河灯 ${filter}`, `党 ${filter}`]) {
    const plan = planFor(query);
    const isRowWanted = /^SCAN (?:fts|fts_chars|article) /u;
    const newestPiece = newestSql(plan, 50, 0);
    const newest = queryPlan(archive, newestPiece.sql, newestPiece.parameters);
    expect(newest.filter((step) => step.includes('ORDER BY'))).toEqual([]);
    const step = countStepSql(plan, 1);
    const steps = queryPlan(archive, step.sql, step.parameters);
    expectNoScan([...newest, ...steps].filter((step) => !isRowWanted.test(step) && !isFewRows.test(step)));
  }
});

/** Bookmarks are gathered once. */
const isFewRows = /^SCAN reader\.bookmark /u;

test('what hits can be narrowed by is counted by looking up the hits only', () => {
  const { archive } = withReaderData();
  for (const sql of Object.values(facetSql)) {
    const steps = queryPlan(archive, sql, ['[1]']);
    expectNoScan(steps);
    expect(steps.filter((step) => step.startsWith('SEARCH')).every((step) => /COVERING INDEX|PRIMARY KEY/u.test(step))).toBe(
      true,
    );
  }
});

test('recent searches come in their order from an index', () => {
  const steps = queryPlan(withReaderData().reader, searchSql.newestRecent, [100]);
  expect(steps.join('\n')).not.toContain('TEMP B-TREE');
});
