import type { Locator, Page } from '@playwright/test';
import { expect, test } from './host/open-window.ts';

const row = (page: Page): Locator => page.getByRole('treeitem', { name: '江海周报' });
const menu = (page: Page): Locator => page.getByRole('menu', { name: '江海周报：操作' });

test('a right click on an archive opens its menu where the pointer is', async ({ openWindow }) => {
  const page = await openWindow();
  await row(page).click({ button: 'right', position: { x: 60, y: 10 } });
  await expect(menu(page)).toBeVisible();
  await expect(menu(page).getByRole('menuitem')).toHaveText([
    '同步',
    '来源位置…',
    '完整度…',
    '同步记录…',
    '存成文件分享…',
    '移除…',
  ]);
  await expect(menu(page).getByRole('menuitem', { name: '同步', exact: true })).toBeFocused();
  const box = await menu(page).boundingBox();
  const line = await row(page).boundingBox();
  expect([Math.round((box?.x ?? 0) - (line?.x ?? 0)), Math.round((box?.y ?? 0) - (line?.y ?? 0))]).toEqual([60, 10]);
});

for (const key of ['Shift+F10', 'ContextMenu']) {
  test(`${key} opens the menu of an archive; arrows go round, Esc closes it and goes back to the line`, async ({
    openWindow,
  }) => {
    const page = await openWindow();
    await page.getByRole('treeitem', { name: '原站已删' }).click();
    await page.getByRole('treeitem', { name: '归档' }).focus();
    await page.keyboard.press('ArrowDown');
    await expect(row(page)).toBeFocused();
    await page.keyboard.press(key);
    await expect(menu(page).getByRole('menuitem', { name: '同步', exact: true })).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(menu(page).getByRole('menuitem', { name: '移除…' })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(menu(page).getByRole('menuitem', { name: '来源位置…' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(menu(page)).toBeHidden();
    await expect(row(page)).toBeFocused();
  });
}

test('the menu shows which pictures are fetched, and closes when something is chosen', async ({ openWindow }) => {
  const page = await openWindow();
  await row(page).hover();
  await page.getByRole('button', { name: '江海周报：更多操作' }).click();
  await expect(menu(page).getByRole('menuitemradio', { checked: true })).toHaveText(/仅我打开/u);
  await menu(page).getByRole('menuitem', { name: '同步', exact: true }).click();
  await expect(menu(page)).toBeHidden();
  const calls = await page.evaluate(() => window.fake.calls().filter(({ name }) => name === 'sync.run'));
  expect(calls.map(({ input }) => input)).toEqual([{ archiveIds: ['river'] }]);
});

test('a press elsewhere closes the menu, in the article too', async ({ openWindow }) => {
  const page = await openWindow();
  await page.locator('op-article-row').first().click();
  await row(page).click({ button: 'right' });
  await expect(menu(page)).toBeVisible();
  await page.locator('iframe:not([inert])').click({ position: { x: 300, y: 400 } });
  await expect(menu(page)).toBeHidden();
});

test('the menu stays within a window that is too low for it', async ({ openWindow }) => {
  const page = await openWindow({ width: 900, height: 400 });
  await page.getByRole('button', { name: '显示文库' }).click();
  await row(page).click({ button: 'right', position: { x: 180, y: 20 } });
  const box = await menu(page).boundingBox();
  expect((box?.y ?? 0) + (box?.height ?? 1_000)).toBeLessThanOrEqual(400);
  expect(box?.y ?? -1).toBeGreaterThanOrEqual(0);
});

test('the handbook and the lines that are no archive have no menu', async ({ openWindow }) => {
  const page = await openWindow();
  for (const name of ['使用手册', '全部文章', '科技']) await page.getByRole('treeitem', { name }).click({ button: 'right' });
  await expect(page.getByRole('menu')).toHaveCount(0);
});

test('removing from the menu asks first, and gives the focus back to the line', async ({ openWindow }) => {
  const page = await openWindow();
  await row(page).click({ button: 'right' });
  await menu(page).getByRole('menuitem', { name: '移除…' }).click();
  await expect(page.getByRole('alertdialog')).toContainText('江海周报');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  await expect(row(page)).toBeFocused();
  expect(await page.evaluate(() => window.fake.calls().some(({ name }) => name === 'archives.remove'))).toBe(false);
});

test('earlier versions of the article are chosen from its bar, and left the same way', async ({ openWindow }) => {
  const page = await openWindow();
  await page.locator('op-article-row').nth(1).click();
  await expect(page.locator('iframe:not([inert])')).toBeVisible();
  await expect(page.getByRole('button', { name: '早先版本' })).toHaveCount(0);
  await page.locator('op-article-row').first().click();
  await page.getByRole('button', { name: '早先版本' }).click();
  const versions = page.getByRole('menu', { name: '早先版本' }).getByRole('menuitemradio');
  await expect(versions).toHaveCount(3);
  await expect(versions.first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.locator('iframe:not([inert])')).toHaveAttribute('src', /&version=12$/u);
  await expect(page.getByRole('button', { name: '目录' })).toHaveCount(0);
  await page.getByRole('button', { name: '早先版本' }).click();
  await expect(versions.nth(1)).toBeFocused();
  await expect(versions.nth(1)).toHaveAttribute('aria-checked', 'true');
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(page.locator('iframe:not([inert])')).not.toHaveAttribute('src', /version/u);
  await page.evaluate(() => window.fake.emit('window.command', { command: 'earlier-versions' }));
  await expect(versions.first()).toBeVisible();
});
