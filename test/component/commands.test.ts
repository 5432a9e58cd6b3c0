import type { Locator, Page } from '@playwright/test';
import { commandIds } from '#preload/contract/commands.ts';
import { messagesFor } from '#preload/messages/catalogue.ts';
import { changesOf, faultsOf, openWith } from './host/settings-window.ts';
import { expect, test } from './host/open-window.ts';

const paletteOf = (page: Page): Locator => page.getByRole('dialog', { name: 'All commands' });
const rowOf = (page: Page, command: string): Locator => page.locator(`op-shortcut-editor [data-command="${command}"]`);

test('the palette has every command of the registry', async ({ openWindow }) => {
  const page = await openWindow({ scenario: 'english' });
  await page.keyboard.press('Control+Shift+P');
  const shown = await page
    .locator('op-palette .row')
    .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset['command']));
  expect(new Set(shown)).toEqual(new Set(commandIds.filter((id) => id !== 'palette')));
  await page.keyboard.type('all commands');
  await expect(page.locator('op-palette .row').first()).toHaveAttribute('data-command', 'palette');
  expect(await faultsOf(page, ['op-app', 'op-commands-view', 'op-palette'])).toEqual([]);
});

test('a command is found by typing, in any language, and run by Enter where the reader was', async ({ openWindow }) => {
  const page = await openWindow({ scenario: 'english' });
  await page.locator('op-article-row').first().focus();
  await page.keyboard.press('Control+Shift+P');
  const field = paletteOf(page).getByRole('combobox');
  await expect(field).toBeFocused();
  await page.keyboard.type('bookm');
  await expect(paletteOf(page).getByRole('option').first()).toContainText('Bookmarks');
  await page.keyboard.press('ArrowDown');
  await expect(paletteOf(page).getByRole('option', { selected: true })).toContainText('Add or remove bookmark');
  await expect(paletteOf(page).getByRole('option', { selected: true })).toContainText('Ctrl');
  await page.keyboard.press('Enter');
  await expect(paletteOf(page)).toBeHidden();
  await expect.poll(() => changesOf(page, 'articles.bookmark')).toHaveLength(1);
  await expect(page.locator('op-article-row').first()).toBeFocused();
  await page.keyboard.press('Control+Shift+P');
  await field.fill('键盘快捷键');
  await expect(paletteOf(page).getByRole('option').first()).toContainText('Keyboard shortcuts');
  await field.fill('qqqq');
  await expect(paletteOf(page)).toContainText('No command is called that.');
  await page.keyboard.press('Escape');
  await expect(page.locator('op-article-row').first()).toBeFocused();
});

test('while an input method composes in the palette, its Enter and arrows are its own', async ({ openWindow }) => {
  const page = await openWindow({ scenario: 'english' });
  await openWith(page, 'palette');
  await page.locator('op-palette input').evaluate((input) => {
    for (const key of ['ArrowDown', 'Enter'])
      input.dispatchEvent(new KeyboardEvent('keydown', { key, isComposing: true, bubbles: true, composed: true }));
  });
  await expect(paletteOf(page)).toBeVisible();
  await expect(paletteOf(page).getByRole('option', { selected: true })).toContainText('Add archive');
});

test('keys mean nothing while an input method composes, and single ones nothing in a text field', async ({ openWindow }) => {
  const page = await openWindow({ scenario: 'english' });
  const field = page.locator('op-search-field input');
  await field.focus();
  await page.keyboard.type('?sgb');
  await expect(field).toHaveValue('?sgb');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await field.evaluate((input) => {
    const options = { bubbles: true, composed: true, cancelable: true };
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'P', ctrlKey: true, shiftKey: true, isComposing: true, ...options }));
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'F5', isComposing: true, ...options }));
  });
  expect(await changesOf(page, 'sync.run')).toEqual([]);
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('two keys one after the other lead to the bookmarks', async ({ openWindow }) => {
  const page = await openWindow({ scenario: 'english' });
  await page.getByRole('treeitem', { name: 'All articles' }).focus();
  await page.keyboard.press('g');
  await page.keyboard.press('b');
  await expect(page.getByRole('treeitem', { name: 'Bookmarks' })).toHaveAttribute('aria-selected', 'true');
});

test('the sheet of keys opens with ?, says all keys in force, and closes with it', async ({ openWindow }) => {
  const page = await openWindow({ scenario: 'english' });
  await page.getByRole('treeitem', { name: 'All articles' }).focus();
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet).toBeVisible();
  const words = messagesFor('en').commands;
  for (const id of ['search', 'go-bookmarks', 'shortcuts', 'leave'] as const) await expect(sheet).toContainText(words[id]);
  expect(await faultsOf(page, ['op-app', 'op-commands-view', 'op-shortcut-sheet'])).toEqual([]);
  await page.keyboard.press('?');
  await expect(sheet).toBeHidden();
});

test('a command gets another key, which works at once; the old one does not', async ({ openWindow }) => {
  const page = await openWindow({ scenario: 'english' });
  await openWith(page, 'settings-shortcuts');
  await rowOf(page, 'palette').getByRole('button', { name: 'Change Ctrl+Shift+P: All commands…' }).click();
  await expect(page.getByRole('button', { name: 'Press the keys. Esc to leave it.' })).toBeFocused();
  await page.keyboard.press('Control+j');
  expect(await changesOf(page)).toEqual([{ shortcuts: { palette: ['Mod+J'] } }]);
  await expect(rowOf(page, 'palette').getByRole('button', { name: 'Change Ctrl+J: All commands…' })).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+P');
  await expect(paletteOf(page)).toBeHidden();
  await page.keyboard.press('Control+j');
  await expect(paletteOf(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await openWith(page, 'settings-shortcuts');
  await rowOf(page, 'palette').getByRole('button', { name: 'Reset: All commands…' }).click();
  expect((await changesOf(page)).at(-1)).toEqual({ shortcuts: {} });
});

test("another command's key is refused with its name, and swapped only if the reader says so", async ({ openWindow }) => {
  const page = await openWindow({ scenario: 'english' });
  await openWith(page, 'settings-shortcuts');
  const change = rowOf(page, 'toggle-original').getByRole('button', { name: 'Change Ctrl+U: Original page or article' });
  await change.click();
  await page.keyboard.press('Control+f');
  const refusal = rowOf(page, 'toggle-original').getByRole('alert');
  await expect(refusal).toHaveText('Ctrl+F means “Find in article”.');
  await page.getByRole('button', { name: 'Leave it', exact: true }).click();
  await expect(change).toBeFocused();
  expect(await changesOf(page)).toEqual([]);
  await change.click();
  await page.keyboard.press('Control+c');
  await expect(refusal).toHaveText('Ctrl+C belongs to the system or to text fields.');
  await page.keyboard.press('Control+f');
  await page.getByRole('button', { name: 'Swap them' }).click();
  expect(await changesOf(page)).toEqual([{ shortcuts: { 'find-in-article': ['Mod+U'], 'toggle-original': ['Mod+F'] } }]);
});

test('by keys alone a key is added and all are put back', async ({ openWindow }) => {
  const page = await openWindow({ scenario: 'english' });
  await openWith(page, 'settings-shortcuts');
  await rowOf(page, 'sync-log').getByRole('button', { name: 'Add a key: Log of syncs…' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('F7');
  await expect(rowOf(page, 'sync-log')).toContainText('F7');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(rowOf(page, 'sync-log')).not.toContainText('F7');
  await rowOf(page, 'sync-log').getByRole('button', { name: 'Add a key: Log of syncs…' }).press('Enter');
  await page.keyboard.press('F7');
  await page.getByRole('button', { name: 'Reset all shortcuts' }).press('Enter');
  await expect(rowOf(page, 'sync-log')).not.toContainText('F7');
});

test('Esc while a key is recorded leaves it as it was, and the settings open', async ({ openWindow }) => {
  const page = await openWindow({ scenario: 'english' });
  await openWith(page, 'settings-shortcuts');
  await rowOf(page, 'search').getByRole('button', { name: 'Change F6: Search' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
  await expect(rowOf(page, 'search')).toContainText('F6');
  expect(await changesOf(page)).toEqual([]);
});
