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
  current: Waiting | null;
  timer: NodeJS.Timeout | null;
}

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
      const idle = [...this.#lanes].find((lane) => lane.current === null);
      if (idle) this.#feed(idle);
      else if (this.#lanes.size < this.#size) this.#openLane();
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all([...this.#lanes].map((lane) => lane.worker.terminate()));
  }

  #openLane(): void {
    const lane: Lane = { worker: new Worker(this.#workerUrl), current: null, timer: null };
    this.#lanes.add(lane);
    lane.worker.on('message', (reply: ParseReply) => {
      if (lane.current?.request.id === reply.id) settle(lane, reply.result);
      this.#feed(lane);
    });
    // 'exit' follows 'error'; the lane is replaced there.
    lane.worker.on('error', (error) => settle(lane, gaveUp(`the parser failed: ${error.message}`)));
    lane.worker.on('exit', () => {
      settle(lane, gaveUp('the parser took too long'));
      this.#lanes.delete(lane);
      if (!this.#isClosed && this.#queue.length > 0) this.#openLane();
    });
    this.#feed(lane);
  }

  #feed(lane: Lane): void {
    const waiting = lane.current === null ? this.#queue.shift() : undefined;
    if (!waiting) return;
    lane.current = waiting;
    lane.timer = setTimeout(() => void lane.worker.terminate(), this.#pageTimeoutMs);
    lane.worker.postMessage(waiting.request);
  }
}

function settle(lane: Lane, result: ParseResult): void {
  const waiting = lane.current;
  lane.current = null;
  if (lane.timer) clearTimeout(lane.timer);
  waiting?.resolve(result);
}
