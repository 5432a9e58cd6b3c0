import { Worker } from 'node:worker_threads';
import { ReportedFailure } from '#main/failure.ts';
import type { LibraryReply, LibraryRequest } from './library-worker.ts';
import type { LibraryInput, LibraryOutput, LibraryRequestName } from './requests.ts';

export interface LibraryClient {
  /** Rejects with a ReportedFailure; an aborted request that still waits for its turn is never run. */
  request<Name extends LibraryRequestName>(
    name: Name,
    input: LibraryInput<Name>,
    signal?: AbortSignal,
  ): Promise<LibraryOutput<Name>>;
  /** Closes both databases; requests still waiting are refused. */
  close(): Promise<void>;
}

interface Waiting {
  readonly request: LibraryRequest;
  readonly signal: AbortSignal | undefined;
  resolve(value: unknown): void;
  reject(error: Error): void;
}

const cancelled = (): ReportedFailure => new ReportedFailure({ code: 'cancelled', message: 'cancelled' });

/** Starts the worker that holds the library's databases. A library that cannot be opened answers every request with why. */
export function startLibrary(workerUrl: URL, libraryDir: string): LibraryClient {
  return new WorkerLibraryClient(new Worker(workerUrl, { workerData: { libraryDir } }));
}

/**
 * Queries run on a worker thread, one at a time. SQLite cannot stop a running query from outside, so the queue is kept on
 * this side: a request that is cancelled before its turn costs nothing, which is what typing in the search field needs.
 */
class WorkerLibraryClient implements LibraryClient {
  readonly #worker: Worker;
  readonly #queue: Waiting[] = [];
  #current: Waiting | null = null;
  #end: ReportedFailure | null = null;
  #nextId = 1;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.on('message', ({ answer }: LibraryReply) => {
      if (answer.ok) this.#current?.resolve(answer.value);
      else this.#current?.reject(new ReportedFailure(answer.failure));
      this.#next();
    });
    worker.on('error', (error) => this.#stop(error.message));
    worker.on('exit', () => this.#stop('the library was closed'));
  }

  request<Name extends LibraryRequestName>(
    name: Name,
    input: LibraryInput<Name>,
    signal?: AbortSignal,
  ): Promise<LibraryOutput<Name>> {
    return new Promise<LibraryOutput<Name>>((resolve, reject) => {
      if (this.#end) return reject(this.#end);
      // The worker answers a request of this name with this output: both come from the one table `libraryRequests`.
      const settle = resolve as (value: unknown) => void;
      this.#queue.push({ request: { id: this.#nextId++, name, input }, signal, resolve: settle, reject });
      if (!this.#current) this.#next();
    });
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      if (this.#end) return resolve();
      this.#worker.once('exit', () => resolve());
      this.#worker.postMessage('close');
    });
  }

  #next(): void {
    this.#current = this.#queue.shift() ?? null;
    while (this.#current?.signal?.aborted) {
      this.#current.reject(cancelled());
      this.#current = this.#queue.shift() ?? null;
    }
    if (this.#current) this.#worker.postMessage(this.#current.request);
  }

  #stop(message: string): void {
    this.#end ??= new ReportedFailure({ code: 'internal', message });
    for (const waiting of [this.#current, ...this.#queue.splice(0)]) waiting?.reject(this.#end);
    this.#current = null;
  }
}
