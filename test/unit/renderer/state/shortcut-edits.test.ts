import { expect, test } from 'vitest';
import { createKeymap } from '#preload/contract/keymap.ts';
import type { ShortcutChoices } from '#preload/contract/keymap.ts';
import { editShortcut, removeKeys, resetKeys } from '#renderer/state/shortcut-edits.ts';

const keymapOf = (choices: ShortcutChoices) => createKeymap(choices, false);
const edit = (choices: ShortcutChoices, wanted: string, replaced: string | null) =>
  editShortcut(choices, keymapOf(choices), { command: 'sync', replaced }, wanted);

test('a free key is taken, in the place of the one it replaces', () => {
  expect(edit({}, 'F7', 'F5')).toEqual({ kind: 'done', choices: { sync: ['F7', 'Mod+R'] } });
  expect(edit({}, 'F7', null)).toEqual({ kind: 'done', choices: { sync: ['F5', 'Mod+R', 'F7'] } });
});

test('what is set to the default is no choice', () => {
  expect(edit({ sync: ['F7', 'Mod+R'] }, 'F5', 'F7')).toEqual({ kind: 'done', choices: {} });
});

test('keys of the system and of text fields are refused, and the key that always leads out', () => {
  for (const keys of ['Mod+C', 'Tab', 'Escape', 'Alt+F4']) expect(edit({}, keys, null)).toEqual({ kind: 'reserved', keys });
});

test("another command's key is refused; settled, the two have swapped", () => {
  const answer = edit({}, 'Mod+D', 'F5');
  expect(answer).toMatchObject({ kind: 'taken', by: 'toggle-bookmark' });
  const keymap = keymapOf(answer.kind === 'taken' ? answer.settle : {});
  expect(keymap.commandOf('Mod+D')).toBe('sync');
  expect(keymap.commandOf('F5')).toBe('toggle-bookmark');
  expect(keymap.keysOf('toggle-bookmark')).toEqual(['S', 'F5']);
});

test('an added key is taken away from where it was', () => {
  const answer = edit({}, 'Mod+D', null);
  const keymap = keymapOf(answer.kind === 'taken' ? answer.settle : {});
  expect(keymap.commandOf('Mod+D')).toBe('sync');
  expect(keymap.keysOf('toggle-bookmark')).toEqual(['S']);
});

test('a key that others begin with takes all of them', () => {
  const answer = edit({}, 'G', null);
  expect(answer).toMatchObject({ kind: 'taken' });
  const keymap = keymapOf(answer.kind === 'taken' ? answer.settle : {});
  expect(keymap.commandOf('G')).toBe('sync');
  expect(keymap.isBeginning('G')).toBe(false);
});

test('a key is taken away, and the last one leaves a command without any', () => {
  const once = removeKeys({}, keymapOf({}), 'toggle-bookmark', 'S');
  const twice = removeKeys(once, keymapOf(once), 'toggle-bookmark', 'Mod+D');
  expect(twice).toEqual({ 'toggle-bookmark': [] });
});

test('a command that gets its default keys back takes them from who has them', () => {
  const choices = { sync: ['F7'], 'toggle-bookmark': ['F5', 'S'] };
  const after = resetKeys(choices, keymapOf(choices), 'sync');
  expect(keymapOf(after).keysOf('sync')).toEqual(['F5', 'Mod+R']);
  expect(keymapOf(after).keysOf('toggle-bookmark')).toEqual(['S']);
});
