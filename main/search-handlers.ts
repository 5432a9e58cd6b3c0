import type { Handlers } from '#main/ipc/handlers.ts';
import type { LibraryClient } from '#main/library/library-client.ts';

type SearchCalls = Extract<keyof Handlers, `search.${string}`> | 'articles.countMarks';

/** All of searching is the library's own work. */
export function searchHandlers(library: LibraryClient): Pick<Handlers, SearchCalls> {
  return {
    'search.run': (input, signal) => library.request('search.run', input, signal),
    'search.count': (input, signal) => library.request('search.count', input, signal),
    'search.facets': (input, signal) => library.request('search.facets', input, signal),
    'search.offers': (input, signal) => library.request('search.offers', input, signal),
    'search.suggest': (input, signal) => library.request('search.suggest', input, signal),
    'search.saved': (input, signal) => library.request('search.saved', input, signal),
    'search.save': (input, signal) => library.request('search.save', input, signal),
    'search.unsave': (input, signal) => library.request('search.unsave', input, signal),
    'search.history': (input, signal) => library.request('search.history', input, signal),
    'search.remember': (input, signal) => library.request('search.remember', input, signal),
    'search.forget': (input, signal) => library.request('search.forget', input, signal),
    'articles.countMarks': (input, signal) => library.request('articles.countMarks', input, signal),
  };
}
