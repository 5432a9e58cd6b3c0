import type { RecentSearch, SavedSearch, SearchFacets, SearchSuggestion } from '#preload/contract/search-types.ts';
import { countFakeMarks } from './fake-articles.ts';
import type { Handlers } from './fake-bridge.ts';

const facets: SearchFacets = {
  countedHits: 97,
  isExact: true,
  archives: [
    { label: '晨报镜像', filter: 'archive:"morning"', count: 71 },
    { label: '江海周报', filter: 'archive:"river"', count: 26 },
  ],
  sections: [
    { label: '自然与环境', filter: 'section:"自然与环境"', count: 40 },
    { label: '科技', filter: 'section:"科技"', count: 12 },
  ],
  sources: [
    { label: '晨报', filter: 'source:"晨报"', count: 52 },
    { label: 'Morning Post', filter: 'source:"Morning Post"', count: 19 },
  ],
  years: [
    { label: '2021', filter: 'after:2021 before:2022', count: 90 },
    { label: '2020', filter: 'after:2020 before:2021', count: 7 },
  ],
};

const saved = (query: string, name: string): SavedSearch => ({ id: query, query, name, total: 64, isTotalExact: true });

/** What the search tells beyond its hits: a library in which two searches were run before and none is saved. */
export const createSearchHandlers = (): Pick<Handlers, Extract<keyof Handlers, `search.${string}`> | 'articles.countMarks'> => {
  let searches: readonly SavedSearch[] = [];
  let history: readonly RecentSearch[] = ['候鸟 after:2021', '湿地保护'].map((query) => ({
    query,
    ranAt: '2021-06-16T08:00:00Z',
  }));
  const recent = (): readonly SearchSuggestion[] =>
    history.map(({ query }) => ({ kind: 'recent', text: query, marks: [], query, articleId: null }));
  return {
    'search.count': () => ({ total: 24_318 }),
    'search.facets': () => facets,
    'search.offers': ({ query }) => (query.startsWith('湿地') ? [{ query: '湿地', total: 60, isTotalExact: true }] : []),
    'search.suggest': ({ text }) => (text === '' ? recent() : []),
    'search.saved': () => searches,
    'search.save': ({ query, name }) => (searches = [...searches.filter((one) => one.query !== query), saved(query, name)]),
    'search.unsave': ({ id }) => (searches = searches.filter((one) => one.id !== id)),
    'search.history': () => history,
    'search.remember': () => null,
    'search.forget': ({ query }) => {
      history = query === null ? [] : history.filter((one) => one.query !== query);
      return null;
    },
    'articles.countMarks': ({ id, find }) => ({ marks: countFakeMarks(id, find) }),
  };
};
