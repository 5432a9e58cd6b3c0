import type { Page } from '@playwright/test';
import { expect, test } from './host/open-window.ts';

const openMenu = async (page: Page): Promise<void> => {
  await page.getByRole('treeitem', { name: /江海周报/u }).click({ button: 'right' });
};
const openReport = async (page: Page): Promise<void> => {
  await openMenu(page);
  await page.getByRole('menuitem', { name: '完整度…' }).click();
};
const callsOf = (page: Page, name: string): Promise<readonly unknown[]> =>
  page.evaluate((wanted) => window.fake.calls().flatMap((call) => (call.name === wanted ? [call.input] : [])), name);

test('what is missing of an archive is told with its reasons, and asked for again', async ({ openWindow }) => {
  const page = await openWindow();
  await openReport(page);
  const dialog = page.getByRole('dialog', { name: '“江海周报”完整吗？' });
  await expect(dialog).toContainText('418 页中有 417 页可读');
  await expect(dialog.getByRole('list', { name: '缺少 47 张图片' }).getByRole('listitem')).toHaveCount(3);
  await expect(dialog).toContainText('找不到其服务器');
  await page.evaluate(() => window.fake.hold('archives.retryMissing'));
  await dialog.getByRole('button', { name: '再试一次' }).click();
  await expect(dialog.getByRole('button', { name: '正在再试…' })).toBeVisible();
  await page.evaluate(() => window.fake.release('archives.retryMissing'));
  await expect(dialog).toContainText('什么都不缺。');
  await expect(dialog.getByRole('button', { name: '再试一次' })).toHaveCount(0);
  expect(await callsOf(page, 'archives.retryMissing')).toEqual([{ archiveId: 'river' }]);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('a retry that fails says why and leaves the report; closing ends one that goes on', async ({ openWindow }) => {
  const page = await openWindow();
  await openReport(page);
  const dialog = page.getByRole('dialog');
  await page.evaluate(() => window.fake.fail('archives.retryMissing', { code: 'library-busy', message: 'another writes' }));
  await dialog.getByRole('button', { name: '再试一次' }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await expect(dialog).toContainText('418 页中有 417 页可读');
  await page.evaluate(() => {
    window.fake.fail('archives.retryMissing', null);
    window.fake.hold('archives.retryMissing');
  });
  await dialog.getByRole('button', { name: '再试一次' }).click();
  await dialog.getByRole('button', { name: '关闭' }).click();
  await expect(dialog).toBeHidden();
  expect(await page.evaluate(() => window.fake.cancelled().length)).toBe(1);
});

test('which pictures are wanted is chosen in the menu', async ({ openWindow }) => {
  const page = await openWindow();
  await openMenu(page);
  await page.getByRole('menuitemradio', { name: '不下载' }).click();
  await expect.poll(() => callsOf(page, 'archives.setPicturePolicy')).toEqual([{ archiveId: 'river', policy: 'none' }]);
});

test('a picture that the article asks for is fetched, and the article shown anew', async ({ openWindow }) => {
  const page = await openWindow();
  await page.locator('op-article-row').first().click();
  const frame = page.locator('op-article-view iframe:not([inert])');
  await expect(frame).toBeVisible();
  const before = await frame.elementHandle();
  const url = 'https://img.example/heron.png';
  await page.evaluate((asked) => window.fake.emit('article.linkFollowed', { url: `offprint-picture:${asked}` }), url);
  await expect.poll(() => callsOf(page, 'pictures.fetch')).toMatchObject([{ url }]);
  await expect.poll(() => before?.evaluate((element) => element.isConnected)).toBe(false);
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
