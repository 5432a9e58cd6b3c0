import { expect, test, vi } from 'vitest';
import { rowMenuItems } from '#preload/contract/menu-types.ts';
import { languageNames, messagesFor } from '#preload/messages/catalogue.ts';

vi.mock('electron', () => ({ Menu: {}, BrowserWindow: {} }));
const { textMenuTemplate } = await import('#main/context-menus.ts');
const { rowMenuTemplate } = await import('#main/native-menus.ts');

const done: string[] = [];
const parts = {
  messages: () => messagesFor('en'),
  run: (command: string) => void done.push(command),
  search: (text: string) => void done.push(`search ${text}`),
};
const editFlags = {
  canUndo: false,
  canRedo: false,
  canCut: false,
  canCopy: true,
  canPaste: true,
  canDelete: false,
  canSelectAll: true,
  canEditRichly: false,
};
const asked = { isEditable: false, editFlags, selectionText: '', frameURL: 'offprint-article://library/news%3A1.md' };

test('a text field offers what can be done in it at the moment, and nothing else', () => {
  const menu = textMenuTemplate({ ...asked, isEditable: true, selectionText: 'river' }, parts);
  expect(menu.map(({ role, enabled }) => [role, enabled])).toEqual([
    ['cut', false],
    ['copy', true],
    ['paste', true],
    [undefined, undefined],
    ['selectAll', true],
  ]);
});

test('text selected in the article is copied, quoted, or looked for in the library', () => {
  const menu = textMenuTemplate({ ...asked, selectionText: ' salt & \n marsh ' }, parts);
  expect(menu.map(({ label }) => label)).toEqual([
    'Copy',
    'Copy as quotation with source',
    undefined,
    'Search the library for “salt && marsh”',
  ]);
  for (const { click } of menu) (click as (() => void) | undefined)?.();
  expect(done).toEqual(['copy-quotation', 'search salt & marsh']);
});

test('text selected elsewhere in the window is only copied, and without a selection there is no menu', () => {
  const menu = textMenuTemplate({ ...asked, selectionText: 'river', frameURL: 'offprint-app://window/index.html' }, parts);
  expect(menu.map(({ role }) => role)).toEqual(['copy']);
  expect(textMenuTemplate(asked, parts)).toEqual([]);
});

test('a long text is shortened in the menu and looked for as it is', () => {
  const text = '河'.repeat(60);
  const menu = textMenuTemplate({ ...asked, selectionText: text }, parts);
  expect(menu.at(-1)?.label).toBe(`Search the library for “${'河'.repeat(24)}…”`);
});

test.each(Object.keys(languageNames) as (keyof typeof languageNames)[])(
  'every item of a menu of the list has a name in %s',
  (language) => {
    const chosen: string[] = [];
    const menu = rowMenuTemplate(rowMenuItems, messagesFor(language).contextMenu, (item) => void chosen.push(item));
    const items = menu.filter(({ type }) => type !== 'separator');
    for (const { label, click } of items) {
      expect(label).toMatch(/\S/);
      (click as (() => void) | undefined)?.();
    }
    expect(chosen).toEqual(rowMenuItems.filter((item) => item !== 'line'));
  },
);
