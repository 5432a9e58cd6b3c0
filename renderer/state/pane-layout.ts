export type PaneName = 'library' | 'list' | 'article';

/** How many columns stand side by side. */
export type ColumnCount = 1 | 2 | 3;

export interface PaneWidths {
  readonly libraryPx: number;
  readonly listPx: number;
}

export const paneLimits = { library: { min: 180, max: 420, start: 248 }, list: { min: 260, max: 640, start: 372 } } as const;

/** Below these widths of the window a column is hidden, so that the article keeps a readable measure. */
const threeColumnsPx = 1_000;
const twoColumnsPx = 720;

export const columnsFor = (windowWidthPx: number): ColumnCount => {
  if (windowWidthPx >= threeColumnsPx) return 3;
  return windowWidthPx >= twoColumnsPx ? 2 : 1;
};

/** The panes that are seen when `front` is the pane the reader asked for last. */
export const visiblePanes = (columns: ColumnCount, front: PaneName): readonly PaneName[] => {
  if (columns === 3) return ['library', 'list', 'article'];
  if (columns === 1) return [front];
  return [front === 'library' ? 'library' : 'list', 'article'];
};

export const clampWidth = (pane: 'library' | 'list', widthPx: number): number =>
  Math.round(Math.min(paneLimits[pane].max, Math.max(paneLimits[pane].min, widthPx)));

const storageKey = 'offprint.panes';

const isWidths = (value: unknown): value is PaneWidths =>
  typeof value === 'object' &&
  value !== null &&
  'libraryPx' in value &&
  typeof value.libraryPx === 'number' &&
  'listPx' in value &&
  typeof value.listPx === 'number';

export const readPaneWidths = (storage: Pick<Storage, 'getItem'>): PaneWidths => {
  const start = { libraryPx: paneLimits.library.start, listPx: paneLimits.list.start };
  try {
    const stored: unknown = JSON.parse(storage.getItem(storageKey) ?? 'null');
    return isWidths(stored)
      ? { libraryPx: clampWidth('library', stored.libraryPx), listPx: clampWidth('list', stored.listPx) }
      : start;
  } catch {
    return start;
  }
};

export const writePaneWidths = (storage: Pick<Storage, 'setItem'>, widths: PaneWidths): void =>
  storage.setItem(storageKey, JSON.stringify(widths));
