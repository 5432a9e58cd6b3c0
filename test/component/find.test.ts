import type { FrameLocator, Page } from '@playwright/test';
import { expect, test } from './host/open-window.ts';

const frame = (page: Page): FrameLocator => page.frameLocator('op-article-frame iframe:not([inert])');
const opened = (page: Page) => page.locator('op-article-frame iframe:not([inert])');
const search = async (page: Page, text: string): Promise<void> => {
  await page.locator('op-search-field input').fill(text);
  await expect(page.locator('op-list-view .head h2')).toHaveText(text);
};
const openHit = async (page: Page): Promise<void> => {
  await search(page, '湿地');
  await page.locator('op-article-row').first().click();
  await expect(page.getByRole('button', { name: '下一处' })).toBeVisible();
};
/** Which match is the current one. Only an element that is the target of the fragment matches. */
const current = (page: Page): Promise<string | null> => frame(page).locator('mark:target').getAttribute('id');
const scrollTop = (page: Page): Promise<number> =>
  frame(page)
    .locator('html')
    .evaluate((root) => root.scrollTop);

/** The frame scrolls smoothly: where it comes to rest. */
const restingPlace = async (page: Page): Promise<number> => {
  let last = -1;
  await expect
    .poll(async () => {
      const before = last;
      last = await scrollTop(page);
      return last === before && last > 50;
    })
    .toBe(true);
  return last;
};

const loads = (page: Page): (() => number) => {
  let count = 0;
  page.on('request', (request) => void (request.url().startsWith('offprint-article://library') && (count += 1)));
  return () => count;
};

test('from match to match the counter goes on and the document stays', async ({ openWindow }) => {
  const page = await openWindow({ height: 420 });
  await openHit(page);
  const steps = page.locator('op-article-view op-match-steps');
  await expect(steps.getByRole('status')).toHaveText('1 / 3');
  await expect.poll(() => current(page)).toBe('match-1');
  const count = loads(page);
  await page.getByRole('button', { name: '下一处' }).click();
  await expect.poll(() => current(page)).toBe('match-2');
  await expect(steps.getByRole('status')).toHaveText('2 / 3');
  await page.keyboard.press('Shift+F3');
  await page.keyboard.press('Shift+F3');
  await expect(steps.getByRole('status')).toHaveText('3 / 3');
  expect(count()).toBe(0);
});

test('the marks go when the search is cleared, and the place in the article is kept', async ({ openWindow }) => {
  const page = await openWindow({ height: 300 });
  await openHit(page);
  await page.keyboard.press('F3');
  await expect.poll(() => current(page)).toBe('match-2');
  const mark = frame(page).locator('mark').first();
  const background = (): Promise<string> => mark.evaluate((element) => getComputedStyle(element).backgroundColor);
  await expect.poll(background).not.toBe('rgba(0, 0, 0, 0)');
  const before = await restingPlace(page);
  expect(before).toBeGreaterThan(50);
  const count = loads(page);
  await page.getByRole('button', { name: '清除搜索' }).click();
  await expect.poll(background).toBe('rgba(0, 0, 0, 0)');
  expect(await scrollTop(page)).toBe(before);
  expect(count()).toBe(0);
  await expect(page.getByRole('button', { name: '下一处' })).toHaveCount(0);
});

test('the same hit opened again has its marks again', async ({ openWindow }) => {
  const page = await openWindow();
  await openHit(page);
  await page.getByRole('button', { name: '隐藏标记' }).click();
  await expect(page.getByRole('button', { name: '下一处' })).toHaveCount(0);
  await page.getByRole('button', { name: '清除搜索' }).click();
  await openHit(page);
  await expect.poll(() => current(page)).toBe('match-1');
});

test('Ctrl+F looks for the very characters in the open article, forward and back, round at the ends', async ({ openWindow }) => {
  const page = await openWindow();
  await page.locator('op-article-row').first().click();
  await expect(frame(page).locator('h1')).toBeVisible();
  await page.keyboard.press('Control+f');
  const bar = page.getByRole('textbox', { name: '在文章中查找' });
  await expect(bar).toBeFocused();
  await bar.fill('鸟');
  await expect(page.locator('op-find-bar').getByRole('status')).toHaveText('1 / 5');
  await expect(opened(page)).toHaveAttribute('src', /&find=%E9%B8%9F&literal#match-1$/u);
  await expect(bar).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('op-find-bar').getByRole('status')).toHaveText('2 / 5');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.press('Shift+Enter');
  await expect(page.locator('op-find-bar').getByRole('status')).toHaveText('5 / 5');
  await page.keyboard.press('F3');
  await expect(page.locator('op-find-bar').getByRole('status')).toHaveText('1 / 5');
});

test('what is not in the article is said so, and nothing is loaded for it', async ({ openWindow }) => {
  const page = await openWindow();
  await page.locator('op-article-row').first().click();
  await expect(frame(page).locator('h1')).toBeVisible();
  const count = loads(page);
  await page.keyboard.press('Control+f');
  await page.keyboard.type('鲸');
  await expect(page.locator('op-find-bar').getByRole('status')).toHaveText('没有找到');
  expect(count()).toBe(0);
});

test('Esc closes the find bar, keeps the place and gives the focus back', async ({ openWindow }) => {
  const page = await openWindow({ height: 300 });
  await page.locator('op-article-row').first().click();
  const row = page.locator('op-article-row').first();
  await row.focus();
  await page.keyboard.press('Control+f');
  await page.keyboard.type('鸟');
  await expect(page.locator('op-find-bar').getByRole('status')).toHaveText('1 / 5');
  await page.keyboard.press('Shift+Enter');
  await expect.poll(() => current(page)).toBe('match-5');
  const before = await restingPlace(page);
  expect(before).toBeGreaterThan(50);
  const count = loads(page);
  await page.keyboard.press('Escape');
  await expect(page.locator('op-find-bar')).toHaveCount(0);
  await expect(row).toBeFocused();
  await expect.poll(() => frame(page).locator('mark:target').count()).toBe(0);
  expect(await scrollTop(page)).toBe(before);
  expect(count()).toBe(0);
});

test('a command of the menu opens the bar from within the article, and closes it again', async ({ openWindow }) => {
  const page = await openWindow();
  await page.locator('op-article-row').first().click();
  await opened(page).focus();
  await page.evaluate(() => window.fake.emit('window.command', { command: 'find-in-article' }));
  await expect(page.getByRole('textbox', { name: '在文章中查找' })).toBeFocused();
  await page.evaluate(() => window.fake.emit('window.command', { command: 'leave' }));
  await expect(page.locator('op-find-bar')).toHaveCount(0);
  await expect(opened(page)).toBeFocused();
});

test('nothing is looked for while an input method composes, and its Enter goes to no match', async ({ openWindow }) => {
  const page = await openWindow();
  await page.locator('op-article-row').first().click();
  await expect(frame(page).locator('h1')).toBeVisible();
  await page.keyboard.press('Control+f');
  const counted = (): Promise<number> =>
    page.evaluate(() => window.fake.calls().filter((call) => call.name === 'articles.countMarks').length);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Input.imeSetComposition', { text: 'niao', selectionStart: 4, selectionEnd: 4 });
  const isLetThrough = await page
    .getByRole('textbox', { name: '在文章中查找' })
    .evaluate((input) =>
      input.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, composed: true, cancelable: true }),
      ),
    );
  expect(isLetThrough).toBe(true);
  // Longer than the pause after which typing would be looked for.
  await page.waitForTimeout(200);
  expect(await counted()).toBe(0);
  await devtools.send('Input.insertText', { text: '鸟' });
  await expect(page.locator('op-find-bar').getByRole('status')).toHaveText('1 / 5');
});
