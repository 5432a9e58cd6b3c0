import { findFacets } from '#main/search/facets.ts';
import type { StopCheck } from '#main/search/stop-check.ts';
import { listArchives } from '#main/store/reader/archives.ts';
import type { SearchFacets } from '#preload/contract/search-types.ts';
import type { Library } from './library.ts';

/** Archives under the names that the reader knows them by. */
export function facetsOf(
  { archive, reader }: Library,
  { query }: { readonly query: string },
  checkStopped?: StopCheck,
): SearchFacets {
  const facets = findFacets(archive, query, checkStopped);
  const names = new Map(listArchives(reader).map(({ id, name }) => [id, name]));
  return { ...facets, archives: facets.archives.map((facet) => ({ ...facet, label: names.get(facet.label) ?? facet.label })) };
}
