import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { SearchFacets } from '#preload/contract/search-types.ts';
import type { BridgeClient } from '#renderer/app/bridge-client.ts';

/** Rows come first: what is asked for here waits until they are painted and the reader has stopped typing. */
const pauseMs = 150;

interface CountParts {
  client(): BridgeClient;
  /** Counted to the end. */
  settle(total: number): void;
}

/** What is told about a search after its first rows are shown: how many hits there are, and by what they can be narrowed. */
export class HitCountsController implements ReactiveController {
  /** Of the search before until those of the next one are known; null before the first. */
  facets: SearchFacets | null = null;
  private readonly host: ReactiveControllerHost;
  private readonly parts: CountParts;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private counting: AbortController | null = null;

  constructor(host: ReactiveControllerHost, parts: CountParts) {
    this.host = host;
    this.parts = parts;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stop();
  }

  /** The next keystroke: nobody waits for these any more. */
  stop(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.counting?.abort();
    this.counting = null;
  }

  ask(query: string, isTotalExact: boolean): void {
    this.stop();
    this.timer = setTimeout(() => void this.run(query, isTotalExact), pauseMs);
  }

  /** The rows can be read without these: a failure needs no words. */
  private async run(query: string, isTotalExact: boolean): Promise<void> {
    this.timer = null;
    const counting = new AbortController();
    this.counting = counting;
    const isWanted = (): boolean => this.counting === counting;
    const client = this.parts.client();
    const facets = await client.call('search.facets', { query }, counting.signal).catch(() => null);
    if (!isWanted()) return;
    if (facets) this.facets = facets;
    this.host.requestUpdate();
    if (isTotalExact) return;
    const count = await client.call('search.count', { query }, counting.signal).catch(() => null);
    if (isWanted() && count) this.parts.settle(count.total);
  }
}
