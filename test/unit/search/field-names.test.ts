import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fieldCalled } from '#main/search/field-names.ts';
import { parseQuery } from '#main/search/parse-query.ts';

const codesOf = (language: string): string[] => {
  const page = new URL(`../../../resources/starter/${language}/searching.md`, import.meta.url);
  return [...readFileSync(page, 'utf8').matchAll(/`([^`]+)`/gu)].map(([, code]) => code ?? '');
};

describe.each(['en', 'zh-Hans', 'zh-Hant'])('the handbook in %s', (language) => {
  const codes = codesOf(language);
  const names = codes.filter((code) => code.endsWith(':'));
  const filters = codes.filter((code) => /^[^\s:]+:[^\s:]+$/u.test(code));

  test('names fields that the search knows', () => {
    expect(names.length).toBeGreaterThan(20);
    expect(names.filter((name) => fieldCalled(name.slice(0, -1)) === null)).toEqual([]);
  });

  test('shows filters that are none of the words sought', () => {
    expect(filters.length).toBeGreaterThan(15);
    const { tree } = parseQuery('title:x');
    expect(tree).toMatchObject({ kind: 'term', isTitleOnly: true });
    for (const filter of filters) {
      const parsed = parseQuery(filter).tree;
      const isRead = parsed !== null && (parsed.kind !== 'term' || parsed.isTitleOnly);
      expect(isRead, filter).toBe(true);
    }
  });
});
