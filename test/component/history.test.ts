import type { Locator, Page } from '@playwright/test';
import { faultsOf } from './host/settings-window.ts';
import { expect, test } from './host/open-window.ts';

const titleOf = (page: Page): Locator => page.frameLocator('iframe:not([inert])').locator('h1');
const rowAt = (page: Page, index: number): Locator => page.locator(`.place[data-index="${index}"] op-article-row`);
const button = (page: Page, name: string): Locator => page.locator('op-history-buttons').getByRole('button', { name });
const headingOf = (page: Page): Locator => page.locator('op-list-view .head h2');
/** The first row that is seen whole or in part. */
const topRowOf = (page: Page): Promise<string> =>
  page.locator('op-article-list').evaluate((list) => {
    const edge = list.getBoundingClientRect().top + 1;
    const places = [...(list.shadowRoot?.querySelectorAll<HTMLElement>('.place') ?? [])];
    return places.find((place) => place.getBoundingClientRect().bottom > edge)?.dataset['index'] ?? '';
  });

test('back and forward lead through articles, lists and searches, each as it was left', async ({ openWindow }) => {
  const page = await openWindow({ scenario: 'english' });
  await expect(button(page, 'Back')).toHaveAttribute('aria-disabled', 'true');
  await expect(button(page, 'Back')).toHaveAttribute('title', 'Back (Alt+←)');
  await rowAt(page, 0).click();
  const first = await rowAt(page, 0).locator('.title').textContent();
  await expect(titleOf(page)).toHaveText(first ?? '');
  await page.getByRole('treeitem', { name: 'Bookmarks' }).click();
  await page.locator('op-search-field input').fill('wetland');
  await expect(headingOf(page)).toHaveText('wetland');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(headingOf(page)).toHaveText('Bookmarks');
  await expect(page.locator('op-search-field input')).toHaveValue('');
  await button(page, 'Back').click();
  await expect(headingOf(page)).toHaveText('All articles');
  await expect(titleOf(page)).toHaveText(first ?? '');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(page.locator('op-empty-state')).toContainText('Nothing open');
  await expect(button(page, 'Back')).toHaveAttribute('aria-disabled', 'true');
  // Quicker than the places can be looked up: no press is lost.
  for (const _ of [1, 2, 3]) await page.keyboard.press('Alt+ArrowRight');
  await expect(headingOf(page)).toHaveText('wetland');
  await expect(button(page, 'Forward')).toHaveAttribute('aria-disabled', 'true');
  expect(await faultsOf(page, ['op-app', 'op-article-view', 'op-article-bar', 'op-history-buttons'])).toEqual([]);
});

test('a list stands where it was left, also far down in it', async ({ openWindow }) => {
  const page = await openWindow({ scenario: 'english' });
  await expect(rowAt(page, 0)).toBeVisible();
  await page.locator('op-article-list').evaluate((list) => (list.scrollTop = 400_000));
  await expect.poll(async () => Number(await topRowOf(page))).toBeGreaterThan(2_000);
  await expect(page.locator('op-article-list .blank')).toHaveCount(0);
  const top = await topRowOf(page);
  await page.getByRole('treeitem', { name: 'Removed upstream' }).click();
  await expect(headingOf(page)).toHaveText('Removed upstream');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(headingOf(page)).toHaveText('All articles');
  await expect.poll(() => topRowOf(page)).toBe(top);
  await expect(rowAt(page, Number(top))).toBeVisible();
});

test('the article is shown at the paragraph where it was left for a link', async ({ openWindow }) => {
  const page = await openWindow({ scenario: 'english' });
  await rowAt(page, 0).click();
  await expect(titleOf(page)).toHaveText((await rowAt(page, 0).locator('.title').textContent()) ?? '');
  await page.evaluate(() => window.fake.answer('reading.place', { anchor: 'paragraph-7', progress: 0.4, heading: null }));
  await expect.poll(() => page.locator('op-article-bar').getByText('left').count()).toBe(1);
  await page.evaluate(() => window.fake.emit('article.linkFollowed', { url: 'page:pages/other.md#part-2' }));
  await expect(titleOf(page)).toHaveText((await rowAt(page, 1).locator('.title').textContent()) ?? '');
  await page.evaluate(() => window.fake.answer('reading.place', null));
  await page.keyboard.press('Alt+ArrowLeft');
  await expect.poll(() => page.frames().some((frame) => frame.url().endsWith('#paragraph-7'))).toBe(true);
});

test('what was removed meanwhile is passed over', async ({ openWindow }) => {
  const page = await openWindow({ scenario: 'english' });
  for (const index of [0, 1, 2]) {
    await rowAt(page, index).click();
    await expect(titleOf(page)).toHaveText((await rowAt(page, index).locator('.title').textContent()) ?? '');
  }
  await page.evaluate(() => window.fake.fail('articles.show', { code: 'not-found', message: 'gone' }));
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(button(page, 'Back')).toHaveAttribute('aria-disabled', 'true');
  await expect(page.locator('op-empty-state')).toContainText('Nothing open');
});

test('commands that cannot act are dimmed in the palette, and do nothing there', async ({ openWindow }) => {
  const page = await openWindow({ scenario: 'english' });
  await expect(rowAt(page, 0)).toBeVisible();
  await page.keyboard.press('Control+Shift+P');
  const row = (command: string): Locator => page.locator(`op-palette [data-command="${command}"]`);
  await expect(row('go-back')).toHaveAttribute('aria-disabled', 'true');
  await expect(row('print')).toHaveAttribute('aria-disabled', 'true');
  await expect(row('go-bookmarks')).toHaveAttribute('aria-disabled', 'false');
  await row('print').click({ force: true });
  await expect(page.locator('op-palette dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await rowAt(page, 0).click();
  await page.keyboard.press('Control+Shift+P');
  await expect(row('print')).toHaveAttribute('aria-disabled', 'false');
  await expect(row('go-back')).toHaveAttribute('aria-disabled', 'false');
  await expect
    .poll(() => page.evaluate(() => window.fake.calls().findLast((call) => call.name === 'window.disabledCommands')?.input))
    .not.toHaveProperty('commands', expect.arrayContaining(['go-back']));
});

test('a list that has the focus gives it to the row that had it when it was left', async ({ openWindow }) => {
  const page = await openWindow({ scenario: 'english' });
  await rowAt(page, 0).focus();
  for (const _ of [1, 2, 3, 4]) await page.keyboard.press('ArrowDown');
  await expect(rowAt(page, 4)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(titleOf(page)).toHaveText((await rowAt(page, 4).locator('.title').textContent()) ?? '');
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(titleOf(page)).toHaveText((await rowAt(page, 0).locator('.title').textContent()) ?? '');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(titleOf(page)).toHaveText((await rowAt(page, 4).locator('.title').textContent()) ?? '');
  await expect(rowAt(page, 0)).toBeFocused();
});
