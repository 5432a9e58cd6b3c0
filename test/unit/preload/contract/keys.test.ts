import { expect, test } from 'vitest';
import { commandIds } from '#preload/contract/commands.ts';
import { isForText, isReserved, keyCaps, type KeyPress, strokeOf } from '#preload/contract/keys.ts';
import { createKeymap, createKeyReader, holderOf } from '#preload/contract/keymap.ts';

const press = (key: string, held = '', code = ''): KeyPress => ({
  key,
  code,
  isControl: held.includes('c'),
  isMeta: held.includes('m'),
  isAlt: held.includes('a'),
  isShift: held.includes('s'),
});

test.each([
  [press('j', '', 'KeyJ'), false, 'J'],
  [press('A', 's', 'KeyA'), false, 'Shift+A'],
  [press('?', 's', 'Slash'), false, '?'],
  [press('P', 'cs', 'KeyP'), false, 'Mod+Shift+P'],
  [press('p', 'ms', 'KeyP'), true, 'Mod+Shift+P'],
  [press('p', 'c', 'KeyP'), true, 'Control+P'],
  [press('ArrowDown', 'a', 'ArrowDown'), false, 'Alt+Down'],
  [press(' ', '', 'Space'), false, 'Space'],
  [press('+', 'c', 'Equal'), false, 'Mod+Plus'],
  // Alt on a Mac writes signs, and other scripts have no Latin letters.
  [press('œ', 'a', 'KeyQ'), true, 'Alt+Q'],
  [press('л', 'c', 'KeyK'), false, 'Mod+K'],
  [press('Shift', 's'), false, null],
  [press('Dead'), false, null],
  [press('Process'), false, null],
])('%j with Mac %s is the stroke %s', (given, isMac, stroke) => {
  expect(strokeOf(given, isMac)).toBe(stroke);
});

test('what writes is for text; function keys and Mod are not', () => {
  const strokes = ['J', '?', 'Shift+A', 'Space', 'F5', 'Shift+F3', 'Mod+K', 'Alt+Down'];
  expect(strokes.filter((stroke) => isForText(stroke, false))).toEqual(['J', '?', 'Shift+A', 'Space']);
  expect(strokes.filter((stroke) => isForText(stroke, true))).toEqual(['J', '?', 'Shift+A', 'Space', 'Alt+Down']);
});

test('keys are read as caps', () => {
  expect(keyCaps('Mod+Shift+P', false)).toEqual([['Ctrl', 'Shift', 'P']]);
  expect(keyCaps('Mod+Shift+P', true)).toEqual([['⌘', '⇧', 'P']]);
  expect(keyCaps('G B', false)).toEqual([['G'], ['B']]);
});

test.each([false, true])(
  'no two commands have the same default keys, none has what belongs to text fields (Mac: %s)',
  (isMac) => {
    const keymap = createKeymap({}, isMac);
    const all = commandIds.flatMap((id) => keymap.keysOf(id).map((keys) => [id, keys] as const));
    expect(new Set(all.map(([, keys]) => keys)).size).toBe(all.length);
    for (const [id, keys] of all) {
      expect([id, keys, holderOf(keymap, keys, id)]).toEqual([id, keys, null]);
      expect([keys, id !== 'leave' && isReserved(keys)]).toEqual([keys, false]);
    }
  },
);

test("the reader's keys replace all of a command's default ones, and an empty list means none", () => {
  const keymap = createKeymap({ search: ['Mod+J'], sync: [], leave: ['Q'], 'from-the-future': ['X'] }, false);
  expect(keymap.keysOf('search')).toEqual(['Mod+J']);
  expect(keymap.commandOf('Mod+K')).toBeNull();
  expect(keymap.keysOf('sync')).toEqual([]);
  expect(keymap.keysOf('leave')).toEqual(['Escape']);
  expect(keymap.commandOf('X')).toBeNull();
});

test('two keys one after the other are one meaning, for a while', () => {
  const keymap = createKeymap({}, false);
  const read = createKeyReader();
  expect(read('G', 0, keymap)).toBe('beginning');
  expect(read('B', 500, keymap)).toBe('go-bookmarks');
  expect(read('B', 600, keymap)).toBeNull();
  expect(read('G', 1_000, keymap)).toBe('beginning');
  expect(read('J', 1_100, keymap)).toBe('next-article');
  expect(read('G', 2_000, keymap)).toBe('beginning');
  expect(read('S', 9_000, keymap)).toBe('toggle-bookmark');
});
