import { expect, test } from 'vitest';
import { compileQuery } from '#main/search/compile-query.ts';
import { countSql, newestSql } from '#main/search/find-articles.ts';
import { namesSql } from '#main/search/names.ts';
import { parseQuery } from '#main/search/parse-query.ts';
import { temporaryArchiveDatabase } from '#test/helpers/library.ts';
import { expectNoScan, queryPlan } from '#test/helpers/query-plan.ts';

test.each([
  ['河灯', 'fts'],
  ['河灯 山路 -夜里', 'fts'],
  ['河灯 OR 山路', 'fts'],
  ['河灯 after:2018 before:2019', 'fts'],
  ['河灯 党', 'fts'],
  ['河灯 -党', 'fts'],
  ['河灯 section:a source:b archive:c', 'fts'],
  ['党 人', 'fts_chars'],
  ['党 OR 人', 'fts_chars'],
  ['title:河灯', 'fts_title'],
  ['title:党', 'fts_title'],
])('%s streams newest first from %s, without a sort or a scan', (query, table) => {
  const db = temporaryArchiveDatabase();
  const { tree } = parseQuery(query);
  if (!tree) throw new Error('no query');
  const plan = compileQuery(tree, 'anywhere', () => '[]');
  expect(plan.table).toBe(table);
  const steps = queryPlan(db, newestSql(plan), [...plan.parameters, 50, 0]);
  expectNoScan(steps);
  expect(steps[0]).toMatch(new RegExp(`^SCAN ${table} VIRTUAL TABLE INDEX`, 'u'));
  expect(steps.join('\n')).not.toContain('TEMP B-TREE');
  expectNoScan(queryPlan(db, countSql(plan), [...plan.parameters, 1_001]));
});

test('only letters and digits of a query reach a MATCH, everything else is a bound parameter', () => {
  const { tree } = parseQuery(`河灯* OR "a'b; DROP" -(x^2 {title} NEAR) source:"'; --"`);
  if (!tree) throw new Error('no query');
  const plan = compileQuery(tree, 'anywhere', () => '[]');
  expect(plan.where).toMatch(/^[\w\s.+?()=<>,*']+$/u);
  expect(plan.where).not.toMatch(/drop|near/iu);
  const match = plan.parameters.find((parameter) => typeof parameter === 'string' && parameter.includes('河灯'));
  expect(String(match).replaceAll(/"[\p{L}\p{N} ]*"/gu, 'T')).toMatch(/^(?:[T()*\s]|AND|OR|NOT|\{title\} : )+$/u);
});

test('names of sources are found without reading the articles', () => {
  const steps = queryPlan(temporaryArchiveDatabase(), namesSql.source, []).filter((step) => step.includes(' article'));
  expect(steps).toHaveLength(2);
  for (const step of steps) expect(step).toContain('SEARCH article USING COVERING INDEX article_source');
});
