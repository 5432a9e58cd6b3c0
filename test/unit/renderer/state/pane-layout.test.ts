import { expect, test } from 'vitest';
import { columnsFor, readPaneWidths, visiblePanes, writePaneWidths } from '#renderer/state/pane-layout.ts';

test('columns disappear one by one as the window narrows', () => {
  expect([1_360, 1_000, 999, 720, 719, 480].map(columnsFor)).toEqual([3, 3, 2, 2, 1, 1]);
});

test('with two columns the library and the list share the left one', () => {
  expect(visiblePanes(2, 'library')).toEqual(['library', 'article']);
  expect(visiblePanes(2, 'article')).toEqual(['list', 'article']);
});

test.each([null, 'nonsense', '{}', '{"libraryPx":"wide","listPx":3}'])('stored widths of %s give the first widths', (stored) => {
  expect(readPaneWidths({ getItem: () => stored })).toEqual({ libraryPx: 248, listPx: 372 });
});

test('widths come back as they were stored, within their limits', () => {
  let stored = '';
  writePaneWidths({ setItem: (_key, value) => (stored = value) }, { libraryPx: 300, listPx: 9_999 });
  expect(readPaneWidths({ getItem: () => stored })).toEqual({ libraryPx: 300, listPx: 640 });
});
