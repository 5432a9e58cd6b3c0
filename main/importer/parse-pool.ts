import { Worker } from 'node:worker_threads';
import type { PageInput, ParseResult } from '#main/parse/parsed-page.ts';
import type { ParseReply, ParseRequest } from './parse-worker.ts';

export interface ParsePool {
  parse(input: PageInput): Promise<ParseResult>;
  close(): Promise<void>;
}

interface Waiting {
  readonly request: ParseRequest;
  resolve(result: ParseResult): void;
}

interface Lane {
  readonly worker: Worker;
  /** Handed to the worker, the page that it has in hand first. */
  readonly sent: Waiting[];
  timer: NodeJS.Timeout | null;
}

/** What a page leaves behind is collected soon: the memory of an import stays small. */
const resourceLimits = { maxYoungGenerationSizeMb: 12 };

/** A worker has the next pages at hand: it does not wait until this thread, busy with the database, sends one. */
const sentAhead = 16;

/** A page that keeps the parser longer than this is given up; the worker is replaced and the sync goes on. */
const defaultPageTimeoutMs = 20_000;

const gaveUp = (message: string): ParseResult => ({ ok: false, code: 'page-unreadable', message });

/** Parses on `size` worker threads, one page at a time each. A page that kills or stalls its worker fails alone. */
export function createParsePool(workerUrl: URL, size: number, pageTimeoutMs = defaultPageTimeoutMs): ParsePool {
  return new WorkerParsePool(workerUrl, size, pageTimeoutMs);
}

class WorkerParsePool implements ParsePool {
  readonly #workerUrl: URL;
  readonly #size: number;
  readonly #pageTimeoutMs: number;
  readonly #queue: Waiting[] = [];
  readonly #lanes = new Set<Lane>();
  #nextId = 1;
  #isClosed = false;

  constructor(workerUrl: URL, size: number, pageTimeoutMs: number) {
    this.#workerUrl = workerUrl;
    this.#size = size;
    this.#pageTimeoutMs = pageTimeoutMs;
  }

  parse(input: PageInput): Promise<ParseResult> {
    return new Promise((resolve) => {
      this.#queue.push({ request: { id: this.#nextId++, input }, resolve });
      const idle = [...this.#lanes].find((lane) => lane.sent.length === 0);
      if (idle) this.#feed(idle);
      else if (this.#lanes.size < this.#size) this.#openLane();
      else for (const lane of this.#lanes) this.#feed(lane);
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all([...this.#lanes].map((lane) => lane.worker.terminate()));
  }

  #openLane(): void {
    const lane: Lane = { worker: new Worker(this.#workerUrl, { resourceLimits }), sent: [], timer: null };
    this.#lanes.add(lane);
    lane.worker.on('message', (reply: ParseReply) => {
      if (lane.sent[0]?.request.id === reply.id) this.#settle(lane, reply.result);
      this.#feed(lane);
    });
    let reason = 'the parser took too long';
    // 'exit' follows 'error'; the lane is replaced there.
    lane.worker.on('error', (error) => (reason = `the parser failed: ${error.message}`));
    lane.worker.on('exit', () => {
      this.#settle(lane, gaveUp(reason));
      this.#lanes.delete(lane);
      clearTimer(lane);
      this.#queue.unshift(...lane.sent.splice(0));
      if (!this.#isClosed && this.#queue.length > 0) this.#openLane();
    });
    this.#feed(lane);
  }

  #feed(lane: Lane): void {
    while (lane.sent.length < sentAhead) {
      const waiting = this.#queue.shift();
      if (!waiting) break;
      lane.sent.push(waiting);
      lane.worker.postMessage(waiting.request);
    }
    if (lane.sent.length > 0) lane.timer ??= setTimeout(() => void lane.worker.terminate(), this.#pageTimeoutMs);
  }

  /** The page in hand is done; the time of the next one begins. */
  #settle(lane: Lane, result: ParseResult): void {
    clearTimer(lane);
    lane.sent.shift()?.resolve(result);
  }
}

function clearTimer(lane: Lane): void {
  if (lane.timer) clearTimeout(lane.timer);
  lane.timer = null;
}
