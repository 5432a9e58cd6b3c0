import type { Locator, Page } from '@playwright/test';
import { expect, test } from './host/open-window.ts';

const titleOf = (page: Page): Locator => page.frameLocator('iframe:not([inert])').locator('h1');
const opener = (page: Page): Locator => page.locator('op-article-bar').getByRole('button', { name: 'Related articles' });
const panel = (page: Page): Locator => page.getByRole('navigation', { name: 'Related articles' });
const rows = (page: Page): Locator => panel(page).getByRole('button');
const titleAt = async (page: Page, index: number): Promise<string> =>
  (await rows(page).nth(index).locator('.title').textContent()) ?? '';
const asked = (page: Page): Promise<readonly unknown[]> =>
  page.evaluate(() =>
    window.fake
      .calls()
      .filter(({ name }) => name === 'articles.related')
      .map(({ input }) => input),
  );

const hasFrameFocus = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    let focused = document.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    return focused instanceof HTMLIFrameElement;
  });

type OpenWindow = (options: { readonly scenario: string; readonly width?: number }) => Promise<Page>;

async function openFirst(openWindow: OpenWindow, width = 1360): Promise<Page> {
  const page = await openWindow({ scenario: 'english', width });
  await page.locator('op-article-row').first().click();
  await expect(titleOf(page)).toBeVisible();
  return page;
}

test('related articles are looked up when their list is opened, and each says why it is there', async ({ openWindow }) => {
  const page = await openFirst(openWindow);
  expect(await asked(page)).toEqual([]);
  await opener(page).click();
  await expect(rows(page)).toHaveCount(7);
  expect(await asked(page)).toEqual([{ id: 'morning:pages/0.md' }]);
  await expect(rows(page).locator('.reasons')).toHaveText([
    'linked here · same topics: 湿地, 候鸟',
    'links to this',
    'same topic: 湿地 · similar',
    'similar',
    'similar',
    'similar',
    'same section: 文史漫步',
  ]);
  await expect(rows(page).first().locator('.title')).toHaveAttribute('lang', 'zh-Hans');
  await expect(rows(page).nth(6)).toContainText('Removed upstream');
});

test('R opens the list at its first row; arrows walk it, Escape gives the focus back, Enter opens', async ({ openWindow }) => {
  const page = await openFirst(openWindow);
  await page.keyboard.press('r');
  await expect(rows(page).first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(rows(page).nth(1)).toBeFocused();
  await page.keyboard.press('End');
  await expect(rows(page).last()).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowUp');
  await expect(rows(page).first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(panel(page)).toBeHidden();
  await expect(opener(page)).toBeFocused();
  await page.keyboard.press('r');
  await page.keyboard.press('PageDown');
  const title = await titleAt(page, 6);
  await page.keyboard.press('Enter');
  await expect(titleOf(page)).toHaveText(title);
  await expect.poll(() => hasFrameFocus(page)).toBe(true);
  await expect(panel(page)).toBeHidden();
  await page.evaluate(() => window.fake.emit('window.command', { command: 'go-back' }));
  await expect(titleOf(page)).not.toHaveText(title);
});

test('Ctrl+click, Ctrl+Enter and the middle button open an article in a tab of its own', async ({ openWindow }) => {
  const page = await openFirst(openWindow);
  const tabs = page.getByRole('tab');
  const openIn = async (index: number, act: (row: Locator) => Promise<void>, count: number): Promise<void> => {
    await opener(page).click();
    const title = await titleAt(page, index);
    await act(rows(page).nth(index));
    await expect(tabs).toHaveCount(count);
    await expect(tabs.nth(count - 1)).toHaveText(title);
    await expect(titleOf(page)).toHaveText(title);
    await expect(panel(page)).toBeHidden();
  };
  await openIn(0, (row) => row.click({ modifiers: ['Control'] }), 2);
  await openIn(3, (row) => row.click({ button: 'middle' }), 3);
  await openIn(4, (row) => row.press('Control+Enter'), 4);
});

test('where there are none, or they cannot be looked up, the list says so', async ({ openWindow }) => {
  const page = await openFirst(openWindow);
  await page.evaluate(() => window.fake.answer('articles.related', { rows: [] }));
  await opener(page).click();
  await expect(panel(page).getByRole('status')).toHaveText('No article in your library is related to this one.');
  await expect(panel(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await page.evaluate(() => window.fake.fail('articles.related', { code: 'library-busy', message: 'locked' }));
  await opener(page).click();
  await expect(panel(page).getByRole('alert')).toHaveText('Related articles could not be looked up.');
  await page.keyboard.press('Escape');
  await page.evaluate(() => {
    window.fake.fail('articles.related', null);
    window.fake.answer('articles.related', { rows: [] });
  });
  await opener(page).click();
  await expect(panel(page).getByRole('status')).toBeVisible();
});

test('what is not wanted any more is given up, and never shown under another article', async ({ openWindow }) => {
  const page = await openFirst(openWindow);
  await page.evaluate(() => window.fake.hold('articles.related'));
  await opener(page).click();
  await expect(panel(page).getByText('Looking…')).toBeVisible();
  await expect(panel(page)).toBeFocused();
  await page.locator('op-article-row').nth(1).click();
  await expect(panel(page)).toBeHidden();
  await expect.poll(() => page.evaluate(() => window.fake.cancelled().length)).toBe(1);
  await page.evaluate(() => window.fake.release('articles.related'));
  await opener(page).click();
  await expect(rows(page)).toHaveCount(6);
  expect(await asked(page)).toEqual([{ id: 'morning:pages/0.md' }, { id: 'morning:pages/1.md' }]);
});

test('in a narrow window the list stays within it, and the command brings the article before it', async ({ openWindow }) => {
  const page = await openFirst(openWindow, 480);
  await page.keyboard.press('Escape');
  await expect(page.locator('op-list-view')).toBeVisible();
  await page.evaluate(() => window.fake.emit('window.command', { command: 'show-related' }));
  await expect(rows(page).first()).toBeFocused();
  const box = await panel(page).boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(480);
  const bar = page.locator('op-article-bar');
  expect(await bar.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
});
