import type { ListRow } from '#renderer/state/list-row.ts';

/** Rows of a list as far as they are here. */
export type RowAt = (index: number) => ListRow | undefined;

/** Whether a heading with the day stands over the row. */
export const startsDay = (rowAt: RowAt, index: number, row: ListRow): boolean => {
  const before = rowAt(index - 1);
  return index === 0 || (before !== undefined && before.article.publishedOn !== row.article.publishedOn);
};

/** The place in the list that an event happened in; null for none. */
export const indexOfEvent = (event: Event): number | null => {
  const place = event.composedPath().find((target) => target instanceof HTMLElement && target.classList.contains('place'));
  const index = place instanceof HTMLElement ? place.dataset['index'] : undefined;
  return index === undefined ? null : Number(index);
};

/** Where a menu of the row opens that was asked for by a key; null for the pointer's place. */
export const menuPlace = (event: MouseEvent): { readonly x: number; readonly y: number } | null => {
  // A Mac's Ctrl+click is a click of the first button.
  if (event.button === 2 || event.ctrlKey || !(event.target instanceof HTMLElement)) return null;
  const { left, top, height } = event.target.getBoundingClientRect();
  return { x: Math.max(0, Math.round(left + 24)), y: Math.max(0, Math.round(top + Math.min(height, 40))) };
};

/** Follows the size of whatever is in the document at the moment. */
export class PlaceObserver {
  private readonly resizing: ResizeObserver;
  private readonly observed = new Set<Element>();

  constructor(onResize: (entries: readonly ResizeObserverEntry[]) => void) {
    this.resizing = new ResizeObserver(onResize);
  }

  begin(host: Element): void {
    this.resizing.observe(host);
  }

  end(): void {
    this.resizing.disconnect();
    this.observed.clear();
  }

  /** Those and no others. */
  follow(places: Iterable<Element>): void {
    const present = new Set<Element>(places);
    for (const place of this.observed) {
      if (present.has(place)) continue;
      this.resizing.unobserve(place);
      this.observed.delete(place);
    }
    for (const place of present) {
      if (this.observed.has(place)) continue;
      this.resizing.observe(place);
      this.observed.add(place);
    }
  }
}
