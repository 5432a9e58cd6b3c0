import { ArticleChosenEvent } from '#renderer/events/article-chosen-event.ts';
import { PaneRequestedEvent } from '#renderer/events/pane-requested-event.ts';
import { RowMenuRequestedEvent } from '#renderer/events/row-menu-requested-event.ts';
import { RowsSelectedEvent } from '#renderer/events/rows-selected-event.ts';
import type { RowsGesture } from '#renderer/events/rows-selected-event.ts';
import { isMacKeyboard } from '#renderer/state/key-press.ts';
import { gestureOfClick, gestureOfKey, rowForKey } from './list-keys.ts';
import { indexOfEvent, menuPlace } from './list-places.ts';
import type { RowAt } from './list-places.ts';

/** The list as its keys and clicks see it. */
interface ListForInput extends EventTarget {
  readonly total: number;
  readonly rowAt: RowAt;
  readonly rowsPerView: number;
  readonly hasSelection: boolean;
  /** The row that the keyboard stands on. */
  activeIndex: number;
  moveTo(index: number): void;
}

/** What the reader's keys and clicks on the list mean; told by events. */
export class ListInput {
  private readonly list: ListForInput;
  /** Where the keyboard stood before the button went down, which moves the focus. */
  private pressedFrom = 0;

  constructor(list: ListForInput) {
    this.list = list;
  }

  readonly handlePress = (): void => {
    this.pressedFrom = this.list.activeIndex;
  };

  readonly handleClick = (event: MouseEvent): void => {
    const index = this.indexOf(event);
    if (index === null) return;
    const gesture = gestureOfClick(event, isMacKeyboard);
    this.list.activeIndex = index;
    this.select(gesture ?? 'none', index, this.pressedFrom);
    if (gesture === null) this.open();
  };

  readonly handleMenu = (event: MouseEvent): void => {
    const index = this.indexOf(event);
    if (index === null) return;
    event.preventDefault();
    this.list.dispatchEvent(new RowMenuRequestedEvent(index, menuPlace(event)));
  };

  readonly handleFocus = (event: FocusEvent): void => {
    const index = indexOfEvent(event);
    if (index !== null) this.list.activeIndex = index;
  };

  readonly handleKey = (event: KeyboardEvent): void => {
    if (!event.isComposing && (this.takeGesture(event) || this.takeMove(event))) event.preventDefault();
  };

  private takeGesture(event: KeyboardEvent): boolean {
    const { activeIndex, hasSelection } = this.list;
    const gesture = gestureOfKey(event, isMacKeyboard, hasSelection);
    if (gesture === null) return false;
    this.select(gesture, activeIndex);
    return true;
  }

  private takeMove(event: KeyboardEvent): boolean {
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    const { activeIndex: from, total, rowsPerView } = this.list;
    const target = rowForKey(event.key, from, total, rowsPerView);
    if (target !== null) {
      this.list.moveTo(target);
      if (event.shiftKey) this.select('range', this.list.activeIndex, from);
    } else if (event.key === 'Enter' || event.key === ' ') this.open();
    else if (event.key === 'ArrowLeft') this.list.dispatchEvent(new PaneRequestedEvent('library'));
    else if (event.key === 'ArrowRight') this.list.dispatchEvent(new PaneRequestedEvent('article'));
    else return false;
    return true;
  }

  private indexOf(event: Event): number | null {
    const index = indexOfEvent(event);
    return index !== null && this.list.rowAt(index) ? index : null;
  }

  private select(gesture: RowsGesture, index: number, from = index): void {
    this.list.dispatchEvent(new RowsSelectedEvent(gesture, index, from));
  }

  private open(): void {
    const row = this.list.rowAt(this.list.activeIndex);
    if (row) this.list.dispatchEvent(new ArticleChosenEvent(row.article.id));
  }
}
