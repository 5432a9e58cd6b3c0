import type { Locator, Page } from '@playwright/test';
import { expect, test } from './host/open-window.ts';

const rows = (page: Page): Locator => page.locator('op-article-row');
const row = (page: Page, position: number): Locator => page.locator(`op-article-row[aria-posinset="${position}"]`);
const chosen = (page: Page): Locator => page.locator('op-article-row[aria-selected="true"]');
const bar = (page: Page): Locator => page.locator('op-selection-bar');
const positions = (page: Page): Promise<string[]> =>
  chosen(page).evaluateAll((all) => all.map((one) => one.getAttribute('aria-posinset') ?? ''));
const lastCall = (page: Page, name: string): Promise<unknown> =>
  page.evaluate((wanted) => window.fake.calls().findLast((call) => call.name === wanted)?.input, name);

test('Ctrl+click takes one row more, and the open article stays open', async ({ openWindow }) => {
  const page = await openWindow({ scenario: 'english' });
  await rows(page).nth(1).click();
  await row(page, 4).click({ modifiers: ['ControlOrMeta'] });
  await row(page, 6).click({ modifiers: ['ControlOrMeta'] });
  expect(await positions(page)).toEqual(['2', '4', '6']);
  await expect(bar(page)).toContainText('3 selected');
  await expect(row(page, 2)).toHaveAttribute('aria-current', 'true');
  await row(page, 2).click({ modifiers: ['ControlOrMeta'] });
  expect(await positions(page)).toEqual(['4', '6']);
  await expect(page.frameLocator('iframe:not([inert])').locator('h1')).toHaveText('堤外的芦苇回来了，堤内的人怎么办');
  await row(page, 3).click();
  await expect(bar(page)).toHaveCount(0);
  expect(await positions(page)).toEqual(['3']);
});

test('Shift+click takes all between, in both directions from where it began', async ({ openWindow }) => {
  const page = await openWindow({ scenario: 'english' });
  await rows(page).nth(2).click();
  await row(page, 5).click({ modifiers: ['Shift'] });
  await expect(bar(page)).toContainText('3 selected');
  expect(await positions(page)).toEqual(['3', '4', '5']);
  await row(page, 1).click({ modifiers: ['Shift'] });
  await expect.poll(() => positions(page)).toEqual(['1', '2', '3']);
});

test('by keyboard: Shift with arrows, Ctrl+Space, Ctrl+A and Escape, with the focus in the list all the time', async ({
  openWindow,
}) => {
  const page = await openWindow({ scenario: 'english' });
  await expect(page.locator('op-article-list .rows')).toHaveAttribute('aria-multiselectable', 'true');
  await rows(page).first().focus();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowUp');
  await expect.poll(() => positions(page)).toEqual(['1', '2']);
  await expect(row(page, 2)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Control+Space');
  await expect.poll(() => positions(page)).toEqual(['1', '2', '4']);
  await page.keyboard.press('ControlOrMeta+a');
  await expect(bar(page)).toContainText('All 24,318 selected');
  await expect(row(page, 4)).toBeFocused();
  await page.keyboard.press('Space');
  await expect(bar(page)).toContainText('24,317 selected');
  await expect(row(page, 4)).toHaveAttribute('aria-selected', 'false');
  await page.keyboard.press('Escape');
  await expect(bar(page)).toHaveCount(0);
  await expect(chosen(page)).toHaveCount(0);
  await expect(row(page, 4)).toBeFocused();
});

test('a range over rows that were never seen is asked for, and no longer than can be sent', async ({ openWindow }) => {
  const page = await openWindow({ scenario: 'many' });
  await rows(page).first().focus();
  await page.keyboard.press('Shift+End');
  await expect(bar(page)).toContainText('10,000');
  await expect(bar(page).locator('.note')).toBeVisible();
  const asked = await page.evaluate(
    () =>
      window.fake.calls().filter(({ name, input }) => name === 'articles.list' && JSON.stringify(input).includes('"limit":500'))
        .length,
  );
  expect(asked).toBeLessThanOrEqual(25);
});

test('the whole of a list is sent as that list, not row by row', async ({ openWindow }) => {
  const page = await openWindow({ scenario: 'many' });
  await rows(page).nth(1).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Space');
  await bar(page).getByRole('button').nth(1).click();
  expect(await lastCall(page, 'articles.mark')).toEqual({
    selection: { kind: 'scope', scope: { kind: 'all' }, sort: 'newest', except: ['morning:pages/1.md'] },
    isRead: true,
  });
  await expect(page.locator('op-article-row[aria-selected="true"] .dot')).toHaveCount(0);
  await expect(row(page, 2).locator('.dot')).toBeVisible();
  await expect(bar(page).getByRole('button').first()).toHaveAttribute('aria-disabled', 'true');
});

test('what is selected is bookmarked, exported and copied; a failure is taken back', async ({ openWindow }) => {
  const page = await openWindow({ scenario: 'english' });
  await rows(page).nth(1).click();
  await row(page, 3).click({ modifiers: ['ControlOrMeta'] });
  await bar(page).getByRole('button', { name: 'Add bookmarks' }).click();
  await expect(row(page, 3).getByRole('img', { name: 'Bookmarked' })).toBeVisible();
  await expect(bar(page).getByRole('button', { name: 'Remove bookmarks' })).toBeVisible();
  await bar(page).getByRole('button', { name: 'Copy as a list in Markdown' }).click();
  const selection = { kind: 'articles', ids: ['morning:pages/1.md', 'morning:pages/2.md'] };
  expect(await lastCall(page, 'articles.copyList')).toEqual({ selection });
  await expect(page.locator('op-status-view')).toContainText('Copied');
  await page.evaluate(() => window.fake.fail('articles.mark', { code: 'disk-full', message: 'full' }));
  await bar(page).getByRole('button', { name: 'Remove bookmarks' }).click();
  await expect(row(page, 3).getByRole('img', { name: 'Bookmarked' })).toBeVisible();
  await bar(page).getByRole('button', { name: 'Export…' }).click();
  await expect(page.locator('op-export-dialog')).toContainText('What is selected: 2 articles');
  await page.keyboard.press('Escape');
  await row(page, 3).focus();
  await page.keyboard.press('ControlOrMeta+Shift+e');
  await expect(page.locator('op-export-dialog')).toContainText('What is selected: 2 articles');
});

test('another list begins with nothing selected', async ({ openWindow }) => {
  const page = await openWindow({ scenario: 'english' });
  await rows(page).first().focus();
  await page.keyboard.press('ControlOrMeta+a');
  await expect(bar(page)).toBeVisible();
  await page.locator('op-search-field input').fill('river');
  await expect(page.locator('op-list-view .head h2')).toHaveText('river');
  await expect(bar(page)).toHaveCount(0);
});

test('the menu of a row is asked for at the pointer or at the row, and does what is chosen', async ({ openWindow }) => {
  const page = await openWindow({ scenario: 'english' });
  await page.evaluate(() => window.fake.answer('menus.open', 'mark-read'));
  await rows(page).nth(1).click({ button: 'right' });
  expect(await lastCall(page, 'menus.open')).toEqual({
    items: [
      'open',
      'show-original',
      'line',
      'bookmark',
      'mark-read',
      'tags',
      'line',
      'export',
      'line',
      'copy-title',
      'copy-link',
      'copy-quotation',
    ],
    at: null,
  });
  await expect(rows(page).nth(1).locator('.dot')).toHaveCount(0);
  await page.evaluate(() => window.fake.answer('menus.open', 'copy-link'));
  await row(page, 3).focus();
  await page.keyboard.press('Shift+F10');
  await page.waitForFunction(() => window.fake.calls().some((call) => call.name === 'articles.copy'));
  expect(await lastCall(page, 'articles.copy')).toEqual({ id: 'morning:pages/2.md', form: 'link' });
  const asked = (await lastCall(page, 'menus.open')) as { readonly at: { readonly x: number; readonly y: number } };
  const box = await row(page, 3).boundingBox();
  expect(asked.at.x).toBeGreaterThan(box?.x ?? Infinity);
  expect(asked.at.y).toBeGreaterThan(box?.y ?? Infinity);
});

test('the menu of a selected row is that of the selection, and opens nothing', async ({ openWindow }) => {
  const page = await openWindow({ scenario: 'english' });
  await row(page, 2).click({ modifiers: ['ControlOrMeta'] });
  await row(page, 4).click({ modifiers: ['ControlOrMeta'] });
  await page.evaluate(() => window.fake.answer('menus.open', 'select-none'));
  await row(page, 4).click({ button: 'right' });
  await expect(bar(page)).toHaveCount(0);
  const { items } = (await lastCall(page, 'menus.open')) as { readonly items: readonly string[] };
  expect(items).toContain('copy-list');
  await expect(page.locator('op-article-view iframe:not([inert])')).toHaveCount(0);
});

test('a text that the reader asked about is looked for as it is', async ({ openWindow }) => {
  const page = await openWindow({ scenario: 'english' });
  await expect(rows(page).first()).toBeVisible();
  await page.evaluate(() => window.fake.emit('search.asked', { text: 'salt "marsh"' }));
  await expect(page.locator('op-search-field input')).toHaveValue('"salt  marsh"');
});
