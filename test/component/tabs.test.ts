import type { Locator, Page } from '@playwright/test';
import { faultsOf } from './host/settings-window.ts';
import { expect, test } from './host/open-window.ts';

const rowAt = (page: Page, index: number): Locator => page.locator(`.place[data-index="${index}"] op-article-row`);
const titleOf = (page: Page): Locator => page.frameLocator('iframe:not([inert])').locator('h1');
const tabs = (page: Page): Locator => page.getByRole('tab');
const headingOf = (page: Page): Locator => page.locator('op-list-view .head h2');
const titleAt = async (page: Page, index: number): Promise<string> =>
  (await rowAt(page, index).locator('.title').textContent()) ?? '';

/** Two tabs: the first article in the first, the second article, of the bookmarks' list, in the other. */
const openTwo = async (page: Page): Promise<readonly [string, string]> => {
  await rowAt(page, 0).click();
  const titles = [await titleAt(page, 0), await titleAt(page, 1)] as const;
  await expect(titleOf(page)).toHaveText(titles[0]);
  await page.keyboard.press('Control+t');
  await expect(tabs(page)).toHaveCount(2);
  await rowAt(page, 1).click();
  await expect(tabs(page).nth(1)).toHaveText(titles[1]);
  return titles;
};

test('there is no strip with one tab; Ctrl+T opens a second one, Ctrl+W closes it', async ({ openWindow }) => {
  const page = await openWindow({ scenario: 'english' });
  await rowAt(page, 0).click();
  await expect(titleOf(page)).toBeVisible();
  await expect(page.getByRole('tablist')).toHaveCount(0);
  await page.keyboard.press('Control+t');
  await expect(tabs(page)).toHaveCount(2);
  await expect(tabs(page).nth(1)).toHaveAttribute('aria-selected', 'true');
  expect(await faultsOf(page, ['op-app', 'op-tabs-view', 'op-tab-strip'])).toEqual([]);
  await page.keyboard.press('Control+w');
  await expect(page.getByRole('tablist')).toHaveCount(0);
  await expect(titleOf(page)).toBeVisible();
});

test('each tab keeps its article, its list and its way back', async ({ openWindow }) => {
  const page = await openWindow({ scenario: 'english' });
  const [first, second] = await openTwo(page);
  await page.getByRole('treeitem', { name: 'Bookmarks' }).click();
  await expect(headingOf(page)).toHaveText('Bookmarks');
  await page.keyboard.press('Control+Tab');
  await expect(titleOf(page)).toHaveText(first);
  await expect(headingOf(page)).toHaveText('All articles');
  await page.keyboard.press('Control+Shift+Tab');
  await expect(titleOf(page)).toHaveText(second);
  await expect(headingOf(page)).toHaveText('Bookmarks');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(headingOf(page)).toHaveText('All articles');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(titleOf(page)).toHaveText(first);
  await expect(tabs(page)).toHaveText([first, first]);
});

test('the strip is walked with arrows; Delete closes a tab and the focus stays among them', async ({ openWindow }) => {
  const page = await openWindow({ scenario: 'english' });
  const [first, second] = await openTwo(page);
  await page.keyboard.press('Control+t');
  await expect(tabs(page)).toHaveCount(3);
  await tabs(page).nth(2).focus();
  await page.keyboard.press('ArrowRight');
  await expect(tabs(page).nth(0)).toBeFocused();
  await expect(titleOf(page)).toHaveText(first);
  await page.keyboard.press('ArrowLeft');
  await expect(tabs(page).nth(2)).toBeFocused();
  await expect(tabs(page).nth(0)).toHaveAttribute('tabindex', '-1');
  await page.keyboard.press('Delete');
  await expect(tabs(page)).toHaveText([first, second]);
  await expect(tabs(page).nth(1)).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(page.getByRole('tablist')).toHaveCount(0);
  await expect(page.locator('op-article-view')).toBeFocused();
});

test('tabs are closed by their crosses and by middle clicks', async ({ openWindow }) => {
  const page = await openWindow({ scenario: 'english' });
  const [first] = await openTwo(page);
  await page.keyboard.press('Control+t');
  await tabs(page).nth(2).click({ button: 'middle' });
  await expect(tabs(page)).toHaveCount(2);
  await page.locator('op-tab-strip .close').nth(1).click();
  await expect(page.getByRole('tablist')).toHaveCount(0);
  await expect(titleOf(page)).toHaveText(first);
});

test('tabs are there again after a restart, but not one whose article has gone', async ({ openWindow }) => {
  const page = await openWindow({ scenario: 'english' });
  const [first, second] = await openTwo(page);
  await page.reload();
  await expect(tabs(page)).toHaveText([first, second]);
  await expect(tabs(page).nth(1)).toHaveAttribute('aria-selected', 'true');
  await expect(titleOf(page)).toHaveText(second);
  await tabs(page).nth(0).click();
  await expect(titleOf(page)).toHaveText(first);
});
