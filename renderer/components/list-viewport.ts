import { RowOffsets } from './row-offsets.ts';

/** A row of two lines of title and two of excerpt, without a heading; only until it is measured. */
const usualHeightPx = 112;
/** Rows kept ready above and below what is seen. */
const marginPx = 600;
const originStepPx = 1_000_000;

/**
 * What of a long list is in view. The row at the top of the view is the anchor: it stays where it is while the heights of rows
 * above it become known.
 */
export class ListViewport {
  private estimatedHeightPx = usualHeightPx;
  private offsets = new RowOffsets(0, usualHeightPx);
  private anchor = { index: 0, hiddenPx: 0 };
  private seenPx = 0;

  get totalHeight(): number {
    return this.offsets.totalHeight;
  }

  /** Where the list has to be scrolled to for the anchor to stay in place. */
  get top(): number {
    return this.offsets.offsetOf(this.anchor.index) + this.anchor.hiddenPx;
  }

  /** The row at the upper edge, and how much of it is above; holds while heights become known. */
  get position(): { readonly index: number; readonly hiddenPx: number } {
    return this.anchor;
  }

  /** Where the rows in the document are moved from: a transform of many millions of pixels is rounded to every second one. */
  get origin(): number {
    return Math.floor(this.top / originStepPx) * originStepPx;
  }

  /** Forgets all heights: another number of rows, another width, or rows of another kind. */
  reset(count: number, estimatedHeightPx = this.estimatedHeightPx): void {
    this.offsets = new RowOffsets(count, estimatedHeightPx);
    if (estimatedHeightPx !== this.estimatedHeightPx) this.anchor = { ...this.anchor, hiddenPx: 0 };
    this.estimatedHeightPx = estimatedHeightPx;
    if (this.anchor.index >= count) this.anchor = { index: Math.max(0, count - 1), hiddenPx: 0 };
  }

  offsetOf(index: number): number {
    return this.offsets.offsetOf(index);
  }

  measure(index: number, heightPx: number): boolean {
    return this.offsets.measure(index, heightPx);
  }

  /** First and last row to have in the document; `last` is below `first` in an empty list. */
  range(viewHeightPx: number): readonly [first: number, last: number] {
    if (this.offsets.count === 0) return [0, -1];
    return [this.offsets.indexAt(this.top - marginPx), this.offsets.indexAt(this.top + viewHeightPx + marginPx)];
  }

  /** Where the list stands once it was put there: the engine may have rounded. */
  see(topPx: number): void {
    this.seenPx = topPx;
  }

  /** Follows where somebody else has scrolled the list to; answers by how many pixels, 0 where nobody did. */
  take(topPx: number): number {
    if (Math.abs(topPx - this.seenPx) < 1) return 0;
    this.seenPx = topPx;
    const movedPx = Math.abs(topPx - this.top);
    if (movedPx >= 1) this.scrollTo(topPx);
    return movedPx;
  }

  scrollTo(topPx: number): void {
    const index = Math.max(0, this.offsets.indexAt(topPx));
    this.anchor = { index, hiddenPx: topPx - this.offsets.offsetOf(index) };
  }

  /** Scrolls as little as it takes to see a whole row, and never beyond the end: rows may prove lower than expected. */
  bringIntoView(index: number, viewHeightPx: number): void {
    const lowestTop = Math.max(0, this.offsets.totalHeight - viewHeightPx);
    if (this.top > lowestTop) this.scrollTo(lowestTop);
    const rowTop = this.offsets.offsetOf(index);
    const rowBottom = rowTop + this.offsets.heightOf(index);
    if (rowTop < this.top) this.scrollTo(rowTop);
    else if (rowBottom > this.top + viewHeightPx) this.scrollTo(Math.max(0, rowBottom - viewHeightPx));
  }

  rowsPerView(viewHeightPx: number): number {
    return Math.max(1, Math.floor(viewHeightPx / this.estimatedHeightPx) - 1);
  }
}
