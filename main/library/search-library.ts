import { search } from '#main/search/search.ts';
import type { StopCheck } from '#main/search/stop-check.ts';
import { findRowsById } from '#main/store/archive/article-rows.ts';
import type { SearchAnswer, SearchSort } from '#preload/contract/search-types.ts';
import type { Library } from './library.ts';
import { summarise } from './summaries.ts';

export interface SearchInput {
  readonly query: string;
  readonly sort: SearchSort;
  readonly offset: number;
  readonly limit: number;
}

/** The milliseconds are of the whole answer: hits, snippets and what the rows show. */
export function searchLibrary(library: Library, input: SearchInput, checkStopped?: StopCheck): SearchAnswer {
  const startedAtMs = performance.now();
  const found = search(library.archive, { ...input, snippets: input.limit }, checkStopped);
  const rows = findRowsById(
    library.archive,
    found.hits.map((hit) => hit.articleRowId),
  );
  const marksById = new Map(found.hits.map((hit) => [hit.articleRowId, hit]));
  const summaries = summarise(library, rows);
  return {
    total: found.total,
    isTotalExact: found.isTotalExact,
    milliseconds: Math.round((performance.now() - startedAtMs) * 100) / 100,
    hits: rows.flatMap((row, index) => {
      const article = summaries[index];
      const hit = marksById.get(row.rowId);
      if (!article || !hit) return [];
      const { id, title, publishedOn } = article;
      return [{ id, title, publishedOn, titleMarks: hit.titleMarks, snippets: hit.snippets, article }];
    }),
  };
}
