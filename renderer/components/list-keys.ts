import type { RowsGesture } from '#renderer/events/rows-selected-event.ts';

/** The row that a key leads to; null for a key that leads nowhere. */
export const rowForKey = (key: string, from: number, total: number, perView: number): number | null => {
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: from + 1,
    ArrowUp: from - 1,
    PageDown: from + perView,
    PageUp: from - perView,
    Home: 0,
    End: total - 1,
  };
  return targets[key] ?? null;
};

interface Modifiers {
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const isCommand = ({ ctrlKey, metaKey }: Modifiers, isMac: boolean): boolean => (isMac ? metaKey : ctrlKey);

/** What a key selects besides those that move; null for one that selects nothing. The space bar opens until rows are selected. */
export const gestureOfKey = (
  event: Modifiers & { readonly key: string },
  isMac: boolean,
  hasSelection: boolean,
): RowsGesture | null => {
  if (event.altKey || event.shiftKey) return null;
  const isWithCommand = isCommand(event, isMac);
  if (isWithCommand && event.key.toLowerCase() === 'a') return 'all';
  // On a Mac the system takes Cmd+Space.
  if (event.key === ' ' && (hasSelection || event.ctrlKey)) return 'toggle';
  return event.key === 'Escape' && hasSelection && !isWithCommand ? 'none' : null;
};

/** What a click selects; null for one that opens. */
export const gestureOfClick = (event: Modifiers, isMac: boolean): RowsGesture | null => {
  if (event.altKey) return null;
  if (event.shiftKey) return 'range';
  return isCommand(event, isMac) ? 'toggle' : null;
};
