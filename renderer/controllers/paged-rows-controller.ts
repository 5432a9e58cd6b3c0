import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Failure } from '#preload/contract/failure.ts';
import { asFailure } from '#renderer/app/bridge-client.ts';
import type { ListRow, RowsPage } from '#renderer/state/list-row.ts';
import { RangeCache } from '#renderer/state/range-cache.ts';

export type FetchRows = (offset: number, limit: number, signal: AbortSignal) => Promise<RowsPage>;

/** Enough to fill a screen in two places at once; more would only delay the rows that are looked at now. */
const maxRunning = 2;
const usualPageSize = 100;
const mostRowsACall = 500;

interface Source {
  /** Tells the lists apart for whoever shows them; another number means: begin at the top. */
  readonly serial: number;
  readonly fetchRows: FetchRows;
  readonly cache: RangeCache<ListRow>;
  total: number;
  isTotalExact: boolean;
}

const nothing: FetchRows = () => Promise.resolve({ total: 0, isTotalExact: true, rows: [] });

/**
 * A list of any length, fetched by pages where it is looked at. When another list is asked for, the rows of the one before
 * stay until the first page of the new one is here, so that nothing flickers.
 */
export class PagedRowsController implements ReactiveController {
  failure: Failure | null = null;
  /** Grows with every change of rows. */
  version = 0;
  private readonly host: ReactiveControllerHost;
  private shown: Source = { serial: 0, fetchRows: nothing, cache: new RangeCache(), total: 0, isTotalExact: true };
  private coming: Source | null = null;
  private readonly running = new Map<number, AbortController>();
  private wanted: readonly [first: number, last: number] = [0, 0];

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  get isLoading(): boolean {
    return this.coming !== null;
  }
  /** False until the first list is here. */
  get hasList(): boolean {
    return this.shown.serial > 0;
  }
  get serial(): number {
    return this.shown.serial;
  }
  get total(): number {
    return this.shown.total;
  }
  get isTotalExact(): boolean {
    return this.shown.isTotalExact;
  }

  readonly rowAt = (index: number): ListRow | undefined => this.shown.cache.rowAt(index);

  hostDisconnected(): void {
    this.stopAll();
  }

  /** Another list; calls still running for the one before are cancelled. The smaller its pages, the sooner the first one is here. */
  start(fetchRows: FetchRows, pageSize = usualPageSize): void {
    this.stopAll();
    const serial = Math.max(this.shown.serial, this.coming?.serial ?? 0) + 1;
    this.coming = { serial, fetchRows, cache: new RangeCache(pageSize), total: 0, isTotalExact: true };
    this.failure = null;
    this.fetchPage(this.coming, 0);
    this.host.requestUpdate();
  }

  /** The same list, asked again: rows stay where they are until the answer is here. */
  refresh(): void {
    if (this.coming) return;
    this.shown.cache.markStale();
    this.show(this.wanted[0], this.wanted[1]);
  }

  /** Sees to it that these rows come; pages that nobody looks at any more are not waited for. */
  show(first: number, last: number): void {
    this.wanted = [first, last];
    if (this.coming) return;
    const pages = this.shown.cache.wantedPages(Math.max(0, first), Math.max(0, last));
    for (const [page, abort] of this.running) {
      if (pages.includes(page)) continue;
      this.running.delete(page);
      abort.abort();
    }
    for (const page of pages) {
      if (this.running.size >= maxRunning) break;
      if (!this.running.has(page)) this.fetchPage(this.shown, page);
    }
  }

  /** The list is so long: counted elsewhere, after its first rows were shown. */
  settle(total: number): void {
    this.shown.total = total;
    this.shown.isTotalExact = true;
    this.changed();
  }

  indexOf(id: string): number {
    return this.shown.cache.indexOf((row) => row.article.id === id);
  }

  /** Of the first row held of those wanted; null where none is. */
  findTitle(isWanted: (id: string) => boolean): string | null {
    const { cache } = this.shown;
    const index = cache.indexOf(({ article }) => isWanted(article.id));
    return cache.rowAt(index)?.article.title ?? null;
  }

  change(id: string, change: Partial<ListRow['article']>): void {
    this.changeAll((one) => one === id, change);
  }

  /** Of those that are held. */
  changeAll(isWanted: (id: string) => boolean, change: Partial<ListRow['article']>): void {
    this.shown.cache.update((row) => (isWanted(row.article.id) ? { ...row, article: { ...row.article, ...change } } : row));
    this.changed();
  }

  /** Whether there is a held row of those wanted, and each of them is as asked. */
  isEach(isWanted: (id: string) => boolean, isSo: (article: ListRow['article']) => boolean): boolean {
    const { cache } = this.shown;
    const isHeld = cache.indexOf(({ article }) => isWanted(article.id)) >= 0;
    return isHeld && cache.indexOf(({ article }) => isWanted(article.id) && !isSo(article)) < 0;
  }

  /** Both included. Rows that are not held are fetched, and not kept. */
  async idsBetween(first: number, last: number, signal: AbortSignal): Promise<readonly string[]> {
    const { shown } = this;
    const ids: string[] = [];
    for (let index = Math.max(0, first); index <= Math.min(last, shown.total - 1);) {
      const held = shown.cache.rowAt(index);
      const limit = Math.min(mostRowsACall, last - index + 1);
      const found = held ? [held] : (await shown.fetchRows(index, limit, signal)).rows;
      ids.push(...found.map(({ article }) => article.id));
      if (found.length === 0) break;
      index += found.length;
    }
    return ids;
  }

  private fetchPage(source: Source, page: number): void {
    const abort = new AbortController();
    this.running.set(page, abort);
    const isCurrent = (): boolean => this.running.get(page) === abort;
    source.fetchRows(page * source.cache.pageSize, source.cache.pageSize, abort.signal).then(
      (answer) => {
        if (!isCurrent()) return;
        this.running.delete(page);
        this.receive(source, page, answer);
      },
      (error: unknown) => {
        if (!isCurrent()) return;
        this.running.delete(page);
        this.failure = asFailure(error);
        // The rows of the list before would stand under the name of the one that did not come.
        if (source === this.coming) this.shown = source;
        this.coming = null;
        this.changed();
      },
    );
  }

  private receive(source: Source, page: number, answer: RowsPage): void {
    source.cache.put(page, answer.rows);
    // A number that was counted to the end is not given up for one that was not.
    if (answer.isTotalExact || !source.isTotalExact || source === this.coming) {
      source.total = answer.total;
      source.isTotalExact = answer.isTotalExact;
    }
    this.failure = null;
    if (source === this.coming) {
      this.shown = source;
      this.coming = null;
      this.wanted = [0, 0];
    }
    this.changed();
    this.show(this.wanted[0], Math.min(this.wanted[1], Math.max(0, this.total - 1)));
  }

  private stopAll(): void {
    for (const abort of this.running.values()) abort.abort();
    this.running.clear();
  }

  private changed(): void {
    this.version += 1;
    this.host.requestUpdate();
  }
}
