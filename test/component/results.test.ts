import type { Page } from '@playwright/test';
import { expect, test } from './host/open-window.ts';

const head = (page: Page) => page.locator('op-list-view .head');
const search = async (page: Page, text: string): Promise<void> => {
  await page.locator('op-search-field input').fill(text);
  await expect(head(page).locator('h2')).toHaveText(text);
};
const inputs = (page: Page, wanted: string): Promise<readonly unknown[]> =>
  page.evaluate(
    (name) =>
      window.fake
        .calls()
        .filter((call) => call.name === name)
        .map((call) => call.input),
    wanted,
  );

test('more hits than are counted at once are said so first, and counted to the end then', async ({ openWindow }) => {
  const page = await openWindow();
  await page.evaluate(() => {
    window.fake.hold('search.count');
    window.fake.answer('search.run', { total: 1_000, isTotalExact: false, milliseconds: 1, hits: [] });
  });
  await search(page, '湿地');
  await expect(head(page).getByRole('status')).toHaveText('1,000 篇以上');
  await expect.poll(() => inputs(page, 'search.count')).toEqual([{ query: '湿地' }]);
  await page.evaluate(() => window.fake.release('search.count'));
  await expect(head(page).getByRole('status')).toHaveText('24,318 篇');
});

test('the next keystroke cancels the counting', async ({ openWindow }) => {
  const page = await openWindow();
  await page.evaluate(() => {
    window.fake.hold('search.facets');
  });
  await search(page, '湿');
  await expect.poll(() => inputs(page, 'search.facets')).toEqual([{ query: '湿' }]);
  await search(page, '湿地');
  const isCancelled = await page.evaluate(() => {
    const first = window.fake.calls().find((call) => call.name === 'search.facets');
    return window.fake.cancelled().includes(first?.requestId ?? '');
  });
  expect(isCancelled).toBe(true);
});

test('a facet is put behind the search, ticked there, and taken out the same way', async ({ openWindow }) => {
  const page = await openWindow();
  await search(page, '湿地');
  await page.evaluate(() => window.fake.answer('search.run', { total: 1, isTotalExact: true, milliseconds: 1, hits: [] }));
  await page.getByRole('button', { name: '来源' }).click();
  const menu = page.getByRole('menu', { name: '来源' });
  await expect(menu.getByRole('menuitemcheckbox')).toHaveText([/晨报\s*52/u, /Morning Post\s*19/u]);
  await menu.getByRole('menuitemcheckbox', { name: /晨报/u }).click();
  const field = page.locator('op-search-field input');
  await expect(field).toHaveValue('湿地 source:"晨报"');
  await page.getByRole('button', { name: '来源' }).focus();
  await page.keyboard.press('Enter');
  await expect(menu.getByRole('menuitemcheckbox', { checked: true })).toHaveText(/晨报/u);
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue('湿地');
});

test('a search is saved under a name, opened from the library, renamed and removed', async ({ openWindow }) => {
  const page = await openWindow();
  await search(page, '湿地');
  await page.getByRole('button', { name: '保存搜索' }).click();
  const name = page.getByRole('dialog').getByLabel('名称');
  await expect(name).toHaveValue('湿地');
  await name.fill('水边的事');
  await page.keyboard.press('Enter');
  const line = page.getByRole('treeitem', { name: '水边的事' });
  await expect(line).toContainText('64');
  await expect(line).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('treeitem', { name: '全部文章' }).click();
  await expect(line).toHaveAttribute('aria-selected', 'false');
  await line.click();
  await expect(head(page).locator('h2')).toHaveText('湿地');
  await line.press('Shift+F10');
  await page.keyboard.press('Enter');
  await expect(name).toHaveValue('水边的事');
  await name.fill('河口');
  await page.keyboard.press('Enter');
  const renamed = page.getByRole('treeitem', { name: '河口' });
  await renamed.click({ button: 'right' });
  await page.getByRole('menuitem', { name: '移除' }).click();
  await expect(renamed).toHaveCount(0);
});

test('counts of saved searches follow the library', async ({ openWindow }) => {
  const page = await openWindow();
  await search(page, '湿地');
  await page.getByRole('button', { name: '保存搜索' }).click();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('treeitem', { name: '湿地' })).toContainText('64');
  await page.evaluate(() => {
    window.fake.answer('search.saved', [{ id: 'a', name: '湿地', query: '湿地', total: 1_000, isTotalExact: false }]);
    window.fake.emit('library.changed', { archive: null });
  });
  await expect(page.getByRole('treeitem', { name: '湿地' })).toContainText('1,000+');
});

test('a search whose hit was opened is remembered', async ({ openWindow }) => {
  const page = await openWindow();
  await search(page, '湿地');
  expect(await inputs(page, 'search.remember')).toEqual([]);
  await page.locator('op-article-row').first().click();
  await expect.poll(() => inputs(page, 'search.remember')).toEqual([{ query: '湿地' }]);
});
