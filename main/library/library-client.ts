import { Worker } from 'node:worker_threads';
import { LibraryLane } from './library-lane.ts';
import type { LibraryWorkerData } from './library-worker.ts';
import type { LibraryInput, LibraryOutput, LibraryRequestName } from './requests.ts';

export interface LibraryClient {
  /**
   * Rejects with a ReportedFailure, at once where the signal is aborted: a request that still waits for its turn is never run then,
   * one that runs is given up at its next step.
   */
  request<Name extends LibraryRequestName>(
    name: Name,
    input: LibraryInput<Name>,
    signal?: AbortSignal,
  ): Promise<LibraryOutput<Name>>;
  /** Closes the databases; requests still waiting are refused. */
  close(): Promise<void>;
  /** Takes requests again after `close` has ended. */
  reopen(): void;
}

/** Typed in haste, and not quick for every query: nothing else may wait behind these, nor they behind anything else. */
const searches: ReadonlySet<LibraryRequestName> = new Set([
  'search.run',
  'search.count',
  'search.facets',
  'search.offers',
  'search.suggest',
  'search.saved',
  'search.save',
  'search.unsave',
] satisfies LibraryRequestName[]);

/** The second is for the keystroke that comes while the search of the one before is not yet given up. */
const searchWorkers = 2;

/**
 * Starts the worker that holds the library's databases; the workers of searches, with connections of their own, start when the
 * first search comes. A library that cannot be opened answers every request with why; a worker that dies fails the request it
 * was on, and the next request starts another.
 */
export function startLibrary(workerUrl: URL, libraryDir: string): LibraryClient {
  const start = (stopSign: Int32Array): Worker => {
    const workerData: LibraryWorkerData = { libraryDir, stopSign };
    return new Worker(workerUrl, { workerData });
  };
  const main = new LibraryLane(start, 1);
  const search = new LibraryLane(start, searchWorkers);
  main.open();
  return {
    request: (name, input, signal) => (searches.has(name) ? search : main).request(name, input, signal),
    close: async () => {
      await Promise.all([main.close(), search.close()]);
    },
    reopen: () => {
      main.reopen();
      search.reopen();
    },
  };
}
