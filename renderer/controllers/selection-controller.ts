import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { maximumIds } from '#preload/contract/list-types.ts';
import type { RowsSelectedEvent } from '#renderer/events/rows-selected-event.ts';
import type { SelectedArticles } from '#renderer/state/export-choices.ts';
import {
  countSelected,
  isSelected,
  noSelection,
  selectionOf,
  selectionToSend,
  toggled,
  wholeList,
} from '#renderer/state/list-selection.ts';
import type { ListSelection, SelectedList } from '#renderer/state/list-selection.ts';
import type { PagedRowsController } from './paged-rows-controller.ts';

/** Which rows of the list are selected. The open article alone is no selection: there is nothing to tell of it. */
export class SelectionController implements ReactiveController {
  selection: ListSelection = noSelection;
  /** Fewer were selected than the reader wanted. */
  isCut = false;
  private readonly host: ReactiveControllerHost;
  private readonly rows: PagedRowsController;
  /** The article that is open: it counts as selected where nothing else is. */
  private readonly openId: () => string | null;
  /** Where a range begins. */
  private anchor: number | null = null;
  private gathering: AbortController | null = null;

  constructor(host: ReactiveControllerHost, rows: PagedRowsController, openId: () => string | null) {
    this.host = host;
    this.rows = rows;
    this.openId = openId;
    host.addController(this);
  }

  get count(): number {
    return countSelected(this.selection, this.rows.total);
  }

  has(id: string): boolean {
    return isSelected(this.selection, id);
  }

  /** What is to be done something with; null for nothing. */
  selectedOf(list: SelectedList): SelectedArticles | null {
    const { count, selection } = this;
    if (count === 0) return null;
    const title = count === 1 ? this.rows.findTitle((id) => this.has(id)) : null;
    return { selection: selectionToSend(selection, list), articles: count, title };
  }

  hostDisconnected(): void {
    this.gathering?.abort();
  }

  /** Whether there was anything to clear. */
  clear(): boolean {
    const wasEmpty = this.count === 0;
    this.anchor = null;
    this.set(noSelection);
    return !wasEmpty;
  }

  take({ gesture, index, from }: Pick<RowsSelectedEvent, 'gesture' | 'index' | 'from'>): void {
    if (gesture === 'none') this.clear();
    else if (gesture === 'all') this.set(this.rows.total === 0 ? noSelection : wholeList);
    else if (gesture === 'toggle') this.toggle(index);
    else void this.extend(this.anchor ?? from, index);
  }

  private toggle(index: number): void {
    const id = this.rows.rowAt(index)?.article.id;
    if (id === undefined) return;
    this.anchor = index;
    if (!this.selection.isAll && this.selection.ids.size >= maximumIds && !this.has(id)) return this.set(this.selection, true);
    const openId = this.openId();
    const isFirst = this.count === 0 && openId !== null && openId !== id && this.rows.indexOf(openId) >= 0;
    this.set(toggled(isFirst ? selectionOf([openId]) : this.selection, id));
  }

  /** Rows that are not here yet are asked for: a range can lead over any number of them. */
  private async extend(anchor: number, index: number): Promise<void> {
    this.gathering?.abort();
    const gathering = new AbortController();
    this.gathering = gathering;
    this.anchor = anchor;
    const isDown = index >= anchor;
    const length = Math.min(maximumIds, Math.abs(index - anchor) + 1);
    const first = isDown ? anchor : anchor - length + 1;
    const ids = await this.rows.idsBetween(first, first + length - 1, gathering.signal).catch(() => null);
    if (ids === null || gathering.signal.aborted) return;
    this.set(selectionOf(ids), length <= Math.abs(index - anchor));
  }

  private set(selection: ListSelection, isCut = false): void {
    this.gathering?.abort();
    this.selection = selection;
    this.isCut = isCut;
    this.host.requestUpdate();
  }
}
