import { compileQuery } from '#main/search/compile-query.ts';
import { findNewest } from '#main/search/find-articles.ts';
import { fold } from '#main/search/folding.ts';
import { findMarks } from '#main/search/marks.ts';
import { plainName } from '#main/search/names.ts';
import { parseQuery } from '#main/search/parse-query.ts';
import { surroundingsOf } from '#main/search/plan-query.ts';
import { findRowsById } from '#main/store/archive/article-rows.ts';
import { listRecentSearches, listSavedSearches } from '#main/store/reader/searches.ts';
import { listTags } from '#main/store/reader/tags.ts';
import type { Mark, SearchSuggestion } from '#preload/contract/search-types.ts';
import { type FoldedName, knownNames } from './known-names.ts';
import type { Library } from './library.ts';
import { articleIdOf } from './summaries.ts';

interface SuggestInput {
  readonly text: string;
  readonly limit: number;
}

/** Saved searches and recent ones first, then tags, topics, sources and titles. An empty text is answered with recent and saved searches. */
export function suggest(library: Library, { text, limit }: SuggestInput): SearchSuggestion[] {
  const wanted = fold(text.trim());
  const suggestions = [
    ...suggestSearches(library, wanted).slice(0, wanted === '' ? limit : maximumNames),
    ...suggestTags(library, wanted),
    ...suggestNames(library, 'topic', wanted),
    ...suggestNames(library, 'source', wanted),
    ...suggestTitles(library, text),
  ];
  return suggestions.slice(0, limit);
}

function marksIn(text: string, wanted: string): readonly Mark[] {
  const at = wanted === '' ? -1 : fold(text).indexOf(wanted);
  return at < 0 ? [] : [[at, wanted.length]];
}

const isAbout = (text: string, wanted: string): boolean => fold(text).includes(wanted);

function suggestSearches({ reader }: Library, wanted: string): SearchSuggestion[] {
  // What is typed already, in either script, is no suggestion.
  const recent = listRecentSearches(reader).filter(({ query }) => isAbout(query, wanted) && fold(query.trim()) !== wanted);
  const saved = listSavedSearches(reader).filter(({ name, query }) => isAbout(name, wanted) || isAbout(query, wanted));
  const known = new Set(saved.map(({ query }) => query));
  return [
    ...saved.map(({ name, query }) => ({ kind: 'saved' as const, text: name, query })),
    ...recent.filter(({ query }) => !known.has(query)).map(({ query }) => ({ kind: 'recent' as const, text: query, query })),
  ].map((found) => ({ ...found, marks: marksIn(found.text, wanted), articleId: null }));
}

/** Of each kind: the rest of the list is for what else there is. */
const maximumNames = 4;

function suggestNames({ archive }: Library, kind: 'topic' | 'source', wanted: string): SearchSuggestion[] {
  if (wanted === '') return [];
  return suggestFrom(knownNames(archive, kind), kind, wanted);
}

function suggestTags({ reader }: Library, wanted: string): SearchSuggestion[] {
  return wanted === '' ? [] : suggestFrom(listTags(reader), 'tag', wanted);
}

function suggestFrom(names: readonly FoldedName[], kind: 'topic' | 'source' | 'tag', wanted: string): SearchSuggestion[] {
  return names
    .filter(({ folded }) => folded.includes(wanted))
    .slice(0, maximumNames)
    .map(({ name, folded }) => ({
      kind,
      text: name,
      marks: [[folded.indexOf(wanted), wanted.length] as const],
      query: `${kind}:"${plainName(name)}"`,
      articleId: null,
    }));
}

function suggestTitles({ archive }: Library, text: string): SearchSuggestion[] {
  const query = /[a-z\d]$/iu.test(text) ? `${text}*` : text;
  const { tree } = parseQuery(query);
  if (!tree) return [];
  const plan = compileQuery(tree, 'title', surroundingsOf(archive));
  return findRowsById(archive, findNewest(archive, plan, 5)).map((row) => ({
    kind: 'title' as const,
    text: row.title,
    marks: findMarks(row.title, query),
    query: text,
    articleId: articleIdOf(row),
  }));
}
