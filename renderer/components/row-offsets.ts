/**
 * Where each row of a list of rows with different heights begins. Heights are estimates until measured. A Fenwick tree keeps
 * sums, so that measuring a row, finding a row's offset and finding the row at an offset take O(log n) at any length.
 */
export class RowOffsets {
  readonly count: number;
  private readonly estimate: number;
  private readonly heights: Float32Array;
  private readonly sums: Float64Array;

  /** `estimate` in CSS pixels. */
  constructor(count: number, estimate: number) {
    this.count = count;
    this.estimate = estimate;
    this.heights = new Float32Array(count);
    this.sums = new Float64Array(count + 1);
    for (let place = 1; place <= count; place += 1) this.sums[place] = estimate * (place & -place);
  }

  heightOf(index: number): number {
    const height = this.heights[index] ?? 0;
    return height === 0 ? this.estimate : height;
  }

  isMeasured(index: number): boolean {
    return (this.heights[index] ?? 0) !== 0;
  }

  /** Returns whether the height was another one before. */
  measure(index: number, height: number): boolean {
    if (index < 0 || index >= this.count || height <= 0) return false;
    const rounded = Math.fround(height);
    const difference = rounded - this.heightOf(index);
    this.heights[index] = rounded;
    if (difference === 0) return false;
    for (let place = index + 1; place <= this.count; place += place & -place)
      this.sums[place] = (this.sums[place] ?? 0) + difference;
    return true;
  }

  get totalHeight(): number {
    return this.offsetOf(this.count);
  }

  /** Distance from the top of the list to the top of a row; `count` gives the height of the whole list. */
  offsetOf(index: number): number {
    let sum = 0;
    for (let place = Math.min(index, this.count); place > 0; place -= place & -place) sum += this.sums[place] ?? 0;
    return sum;
  }

  /** The row that covers an offset; the nearest row outside the list's ends; -1 in an empty list. */
  indexAt(offset: number): number {
    let place = 0;
    let rest = Math.max(0, offset);
    for (let step = 2 ** Math.floor(Math.log2(Math.max(1, this.count))); step > 0; step = Math.floor(step / 2)) {
      const next = place + step;
      const sum = this.sums[next];
      if (next <= this.count && sum !== undefined && sum <= rest) {
        place = next;
        rest -= sum;
      }
    }
    return Math.min(place, this.count - 1);
  }
}
