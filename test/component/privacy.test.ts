import type { Locator, Page } from '@playwright/test';
import { expect, test } from './host/open-window.ts';

const inputsOf = (page: Page, wanted: string): Promise<readonly unknown[]> =>
  page.evaluate(
    (name) =>
      window.fake
        .calls()
        .filter((call) => call.name === name)
        .map(({ input }) => input),
    wanted,
  );

async function openPrivacy(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: '设置' }).click();
  await page.getByRole('button', { name: '隐私…' }).click();
  const dialog = page.getByRole('dialog', { name: '隐私' });
  await expect(dialog).toBeVisible();
  return dialog;
}

test('who was contacted is listed with purpose, counts and proxy, and follows what happens', async ({ openWindow }) => {
  const page = await openWindow();
  const dialog = await openPrivacy(page);
  const lines = dialog.getByRole('listitem');
  await expect(lines).toHaveCount(2);
  await expect(lines.nth(0)).toContainText('git.example.org');
  await expect(lines.nth(1)).toContainText('img.morningpost.example，经 127.0.0.1:9050');
  await expect(lines.nth(1)).toContainText('图片 · 31 次请求');
  await page.evaluate(() => {
    window.fake.answer('connections.list', []);
    window.fake.emit('connections.changed', null);
  });
  await expect(dialog).toContainText('没有联系过任何主机');
});

test('what hides the reader is chosen here, and kept at once', async ({ openWindow }) => {
  const page = await openWindow();
  const dialog = await openPrivacy(page);
  await dialog.getByLabel('窗口标题不透露任何内容').check();
  await dialog.getByRole('combobox').selectOption('F9');
  expect(await inputsOf(page, 'settings.change')).toEqual([{ isTitleNeutral: true }, { quickHideKey: 'F9' }]);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  const again = await openPrivacy(page);
  await expect(again.getByLabel('窗口标题不透露任何内容')).toBeChecked();
  await expect(again.getByRole('combobox')).toHaveValue('F9');
});

test('the library is deleted only after a question whose first answer is no', async ({ openWindow }) => {
  const page = await openWindow();
  const dialog = await openPrivacy(page);
  await dialog.getByRole('button', { name: '删除文库…' }).click();
  const question = page.getByRole('alertdialog');
  await expect(question.getByRole('button', { name: '取消' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeVisible();
  expect(await inputsOf(page, 'library.wipe')).toEqual([]);
  await page.evaluate(() => window.fake.fail('library.wipe', { code: 'library-busy', message: 'busy' }));
  await dialog.getByRole('button', { name: '删除文库…' }).click();
  await question.getByRole('button', { name: '全部删除' }).click();
  expect(await inputsOf(page, 'library.wipe')).toEqual([{}]);
  await expect(dialog.getByRole('alert')).toBeVisible();
});

test('where links are never opened, the dialog of a link has no way to', async ({ openWindow }) => {
  const page = await openWindow();
  const dialog = await openPrivacy(page);
  await dialog.getByLabel('从不在 Offprint 之外打开链接').check();
  await page.keyboard.press('Escape');
  await page.locator('op-article-row').first().click();
  await expect(page.frameLocator('iframe:not([inert])').locator('h1')).toBeVisible();
  await page.evaluate(() => window.fake.emit('article.linkFollowed', { url: 'https://аррӏе.example/路' }));
  const link = page.getByRole('alertdialog');
  await expect(link).toContainText('已在“隐私”中设为从不打开链接');
  await expect(link.locator('.host')).toHaveText(/^xn--/u);
  await expect(link.getByRole('button', { name: '用浏览器打开' })).toHaveCount(0);
  await expect(link.getByRole('button', { name: '取消' })).toBeFocused();
});
