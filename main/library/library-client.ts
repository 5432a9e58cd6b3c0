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

const closed = (): ReportedFailure => new ReportedFailure({ code: 'internal', message: 'the library was closed' });
const cancelled = (): ReportedFailure => new ReportedFailure({ code: 'cancelled', message: 'cancelled' });

/**
 * Starts the worker that holds the library's databases. A library that cannot be opened answers every request with why; a
 * worker that dies fails the request it was on, and the next request starts another.
 */
export function startLibrary(workerUrl: URL, libraryDir: string): LibraryClient {
  const client = new WorkerLibraryClient(() => new Worker(workerUrl, { workerData: { libraryDir } }));
  client.open();
  return client;
}

/**
 * Queries run on a worker thread, one at a time. SQLite cannot stop a running query from outside, so the queue is kept on
 * this side: a request that is cancelled before its turn costs nothing, which is what typing in the search field needs.
 */
class WorkerLibraryClient implements LibraryClient {
  readonly #start: () => Worker;
  readonly #queue: Waiting[] = [];
  #worker: Worker | null = null;
  #current: Waiting | null = null;
  #isClosed = false;
  #nextId = 1;

  constructor(start: () => Worker) {
    this.#start = start;
  }

  open(): Worker {
    const worker = this.#start();
    this.#worker = worker;
    worker.on('message', ({ id, answer }: LibraryReply) => {
      if (id !== this.#current?.request.id) return;
      if (answer.ok) this.#current.resolve(answer.value);
      else this.#current.reject(new ReportedFailure(answer.failure));
      this.#next();
    });
    worker.on('error', (error) => this.#lose(worker, error.message));
    worker.on('exit', () => this.#lose(worker, 'the library was closed'));
    return worker;
  }

  request<Name extends LibraryRequestName>(
    name: Name,
    input: LibraryInput<Name>,
    signal?: AbortSignal,
  ): Promise<LibraryOutput<Name>> {
    return new Promise<LibraryOutput<Name>>((resolve, reject) => {
      if (this.#isClosed) return reject(closed());
      // The worker answers a request of this name with this output: both come from the one table `libraryRequests`.
      const settle = resolve as (value: unknown) => void;
      this.#queue.push({ request: { id: this.#nextId++, name, input }, signal, resolve: settle, reject });
      if (!this.#current) this.#next();
    });
  }

  close(): Promise<void> {
    this.#isClosed = true;
    for (const waiting of this.#queue.splice(0)) waiting.reject(closed());
    const worker = this.#worker;
    if (!worker) return Promise.resolve();
    return new Promise((resolve) => {
      worker.once('exit', () => resolve());
      worker.postMessage('close');
    });
  }

  #next(): void {
    this.#current = this.#queue.shift() ?? null;
    while (this.#current?.signal?.aborted) {
      this.#current.reject(cancelled());
      this.#current = this.#queue.shift() ?? null;
    }
    if (this.#current) (this.#worker ?? this.open()).postMessage(this.#current.request);
  }

  /** Only the request that the worker was on is lost with it: the rest goes to the next worker. */
  #lose(worker: Worker, message: string): void {
    if (this.#worker !== worker) return;
    this.#worker = null;
    this.#current?.reject(new ReportedFailure({ code: 'internal', message }));
    this.#next();
  }
}
