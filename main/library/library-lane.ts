import type { Worker } from 'node:worker_threads';
import { ReportedFailure } from '#main/failure.ts';
import type { LibraryReply, LibraryRequest } from './library-worker.ts';
import type { LibraryInput, LibraryOutput, LibraryRequestName } from './requests.ts';

interface Waiting {
  readonly request: LibraryRequest;
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** A place for one worker. It is free again when its worker has answered, also for a request that nobody waits for any more. */
interface Slot {
  readonly stopSign: Int32Array;
  worker: Worker | null;
  current: Waiting | null;
}

const closed = (): ReportedFailure => new ReportedFailure({ code: 'internal', message: 'the library was closed' });
const cancelled = (): ReportedFailure => new ReportedFailure({ code: 'cancelled', message: 'cancelled' });

/** Starts a worker that reads `stopSign`: see `LibraryWorkerData`. */
export type StartWorker = (stopSign: Int32Array) => Worker;

/**
 * Requests in the order in which they came, to the first of a few workers that is free; each does one at a time. SQLite cannot
 * stop a running query from outside, so the queue is kept on this side: a request that is cancelled before its turn costs
 * nothing, which is what typing in the search field needs.
 */
export class LibraryLane {
  readonly #start: StartWorker;
  readonly #slots: readonly Slot[];
  readonly #queue: Waiting[] = [];
  #isClosed = false;
  #isWarm = false;
  #nextId = 1;

  constructor(start: StartWorker, workers: number) {
    this.#start = start;
    this.#slots = Array.from({ length: workers }, () => ({
      stopSign: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)),
      worker: null,
      current: null,
    }));
  }

  /** Starts every worker that does not run. */
  open(): void {
    for (const slot of this.#slots) if (!slot.worker) this.#open(slot);
  }

  request<Name extends LibraryRequestName>(
    name: Name,
    input: LibraryInput<Name>,
    signal?: AbortSignal,
  ): Promise<LibraryOutput<Name>> {
    return new Promise<LibraryOutput<Name>>((resolve, reject) => {
      if (this.#isClosed) return reject(closed());
      if (signal?.aborted) return reject(cancelled());
      // The worker answers a request of this name with this output: both come from the one table `libraryRequests`.
      const settle = resolve as (value: unknown) => void;
      const waiting: Waiting = { request: { id: this.#nextId++, name, input }, resolve: settle, reject };
      signal?.addEventListener('abort', () => this.#cancel(waiting), { once: true });
      this.#queue.push(waiting);
      this.#warmUp();
      this.#next();
    });
  }

  /** With the first request all workers start, so that the next one need not wait for it. */
  #warmUp(): void {
    if (this.#isWarm) return;
    this.#isWarm = true;
    this.open();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    for (const waiting of this.#queue.splice(0)) waiting.reject(closed());
    const workers = this.#slots.flatMap(({ worker }) => worker ?? []);
    await Promise.all(
      workers.map(
        (worker) =>
          new Promise<void>((resolve) => {
            worker.once('exit', () => resolve());
            worker.postMessage('close');
          }),
      ),
    );
  }

  /** Only when `close` has ended; workers start with the next request. */
  reopen(): void {
    this.#isClosed = false;
  }

  #open(slot: Slot): Worker {
    const worker = this.#start(slot.stopSign);
    slot.worker = worker;
    worker.on('message', ({ id, answer }: LibraryReply) => {
      if (id !== slot.current?.request.id) return;
      if (answer.ok) slot.current.resolve(answer.value);
      else slot.current.reject(new ReportedFailure(answer.failure));
      slot.current = null;
      this.#next();
    });
    worker.on('error', (error) => this.#lose(slot, worker, error.message));
    worker.on('exit', () => this.#lose(slot, worker, 'the library was closed'));
    return worker;
  }

  #next(): void {
    for (const slot of this.#slots) {
      if (slot.current) continue;
      const next = this.#queue.shift();
      if (!next) break;
      slot.current = next;
      (slot.worker ?? this.#open(slot)).postMessage(next.request);
    }
  }

  #cancel(waiting: Waiting): void {
    waiting.reject(cancelled());
    const at = this.#queue.indexOf(waiting);
    if (at >= 0) this.#queue.splice(at, 1);
    const slot = this.#slots.find(({ current }) => current === waiting);
    if (slot) Atomics.store(slot.stopSign, 0, waiting.request.id);
  }

  /** Only the request that the worker was on is lost with it: the rest goes to the next worker. */
  #lose(slot: Slot, worker: Worker, message: string): void {
    if (slot.worker !== worker) return;
    slot.worker = null;
    slot.current?.reject(new ReportedFailure({ code: 'internal', message }));
    slot.current = null;
    this.#next();
  }
}
