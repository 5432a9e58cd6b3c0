/**
 * Rows of a long list by pages of equal size. Holds at most `maxPages`; the page used longest ago goes first, so that the
 * memory does not grow with the list.
 */
export class RangeCache<Row> {
  readonly pageSize: number;
  private readonly maxPages: number;
  /** In order of use: the first key was used longest ago. */
  private readonly pages = new Map<number, readonly Row[]>();
  private readonly stale = new Set<number>();

  constructor(pageSize = 100, maxPages = Math.ceil(2_400 / pageSize)) {
    this.pageSize = pageSize;
    this.maxPages = maxPages;
  }

  get pageCount(): number {
    return this.pages.size;
  }

  rowAt(index: number): Row | undefined {
    return this.pages.get(Math.floor(index / this.pageSize))?.[index % this.pageSize];
  }

  put(page: number, rows: readonly Row[]): void {
    this.pages.delete(page);
    this.pages.set(page, rows);
    this.stale.delete(page);
    for (const oldest of this.pages.keys()) {
      if (this.pages.size <= this.maxPages) break;
      this.pages.delete(oldest);
      this.stale.delete(oldest);
    }
  }

  /** Pages that rows `first` to `last` need and that are missing or out of date; the needed ones count as used. */
  wantedPages(first: number, last: number): readonly number[] {
    const wanted: number[] = [];
    for (let page = Math.floor(first / this.pageSize); page <= Math.floor(last / this.pageSize); page += 1) {
      const rows = this.pages.get(page);
      if (rows) {
        this.pages.delete(page);
        this.pages.set(page, rows);
      }
      if (!rows || this.stale.has(page)) wanted.push(page);
    }
    return wanted;
  }

  /** Every page is to be fetched again, but is still good to show until then. */
  markStale(): void {
    for (const page of this.pages.keys()) this.stale.add(page);
  }

  /** Replaces the rows for which `change` gives another row. */
  update(change: (row: Row) => Row): void {
    for (const [page, rows] of this.pages) this.pages.set(page, rows.map(change));
  }

  /** Place of the first held row that satisfies `isWanted`; -1 if none is held. */
  indexOf(isWanted: (row: Row) => boolean): number {
    for (const [page, rows] of this.pages) {
      const place = rows.findIndex(isWanted);
      if (place >= 0) return page * this.pageSize + place;
    }
    return -1;
  }
}
