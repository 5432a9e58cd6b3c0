import { countUpTo } from '#main/search/find-articles.ts';
import { planQuery } from '#main/search/plan-query.ts';
import { neverStop, type StopCheck } from '#main/search/stop-check.ts';
import {
  forgetSearches,
  listRecentSearches,
  listSavedSearches,
  rememberSearch,
  saveSearch,
  unsaveSearch,
} from '#main/store/reader/searches.ts';
import type { RecentSearch, SavedSearch } from '#preload/contract/search-types.ts';
import type { Library } from './library.ts';

/** The number beside a saved search says "1,000+" above this. */
const countingCap = 1_000;

/** With how many articles each finds now. */
export function listSaved({ archive, reader }: Library, checkStopped: StopCheck = neverStop): SavedSearch[] {
  return listSavedSearches(reader).map((saved) => {
    checkStopped();
    const { plan } = planQuery(archive, saved.query);
    const total = plan ? countUpTo(archive, plan, countingCap + 1) : 0;
    return { ...saved, total: Math.min(total, countingCap), isTotalExact: total <= countingCap };
  });
}

export function save(library: Library, search: { readonly query: string; readonly name: string }): SavedSearch[] {
  saveSearch(library.reader, search, Date.now());
  return listSaved(library);
}

export function unsave(library: Library, { id }: { readonly id: string }): SavedSearch[] {
  unsaveSearch(library.reader, id);
  return listSaved(library);
}

export function listHistory({ reader }: Library): RecentSearch[] {
  return listRecentSearches(reader).map(({ query, ranAtMs }) => ({ query, ranAt: new Date(ranAtMs).toISOString() }));
}

export function remember({ reader }: Library, { query }: { readonly query: string }): null {
  rememberSearch(reader, query, Date.now());
  return null;
}

export function forget({ reader }: Library, { query }: { readonly query: string | null }): null {
  forgetSearches(reader, query);
  return null;
}
