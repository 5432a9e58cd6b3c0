import { expect, test } from 'vitest';
import { gestureOfClick, gestureOfKey } from '#renderer/components/list-keys.ts';

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

test('the key of commands and A takes the whole list, on each system by its own key', () => {
  expect(gestureOfKey({ ...none, ctrlKey: true, key: 'a' }, false, false)).toBe('all');
  expect(gestureOfKey({ ...none, metaKey: true, key: 'A' }, true, false)).toBe('all');
  expect(gestureOfKey({ ...none, ctrlKey: true, key: 'a' }, true, false)).toBeNull();
});

test('Escape and the space bar are the list’s only while rows are selected', () => {
  for (const key of ['Escape', ' ']) expect(gestureOfKey({ ...none, key }, false, false)).toBeNull();
  expect(gestureOfKey({ ...none, key: 'Escape' }, false, true)).toBe('none');
  expect(gestureOfKey({ ...none, key: ' ' }, false, true)).toBe('toggle');
  expect(gestureOfKey({ ...none, key: ' ', ctrlKey: true }, false, false)).toBe('toggle');
});

test('a click with Shift takes a range, one with the key of commands one row more, a plain one opens', () => {
  expect(gestureOfClick({ ...none, shiftKey: true }, false)).toBe('range');
  expect(gestureOfClick({ ...none, ctrlKey: true }, false)).toBe('toggle');
  expect(gestureOfClick({ ...none, ctrlKey: true }, true)).toBeNull();
  expect(gestureOfClick({ ...none, metaKey: true }, true)).toBe('toggle');
  expect(gestureOfClick(none, false)).toBeNull();
});
