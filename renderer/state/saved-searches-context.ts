import { createContext } from '@lit/context';
import type { SavedSearch } from '#preload/contract/search-types.ts';

export const savedSearchesContext = createContext<readonly SavedSearch[]>(Symbol('saved searches'));
