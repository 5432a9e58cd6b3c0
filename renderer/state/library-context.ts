import { createContext } from '@lit/context';
import type { Failure } from '#preload/contract/failure.ts';
import type { LibraryOverview } from '#preload/contract/library-types.ts';

export interface LibraryState {
  /** null until the first answer. */
  readonly overview: LibraryOverview | null;
  readonly failure: Failure | null;
  /** Grows when the library changed: what was fetched before is to be asked again. */
  readonly version: number;
}

export const emptyLibraryState: LibraryState = { overview: null, failure: null, version: 0 };

export const libraryContext = createContext<LibraryState>(Symbol('library'));

export const handbookOrigin = 'offprint:handbook';
