import type { Locator, Page } from '@playwright/test';
import { expect, test } from './host/open-window.ts';

const open = async (page: Page): Promise<Locator> => {
  await page.evaluate(() => window.fake.emit('window.command', { command: 'updates' }));
  return page.getByRole('dialog', { name: 'Offprint 的新版本' });
};
const inputsOf = (page: Page, name: string): Promise<unknown[]> =>
  page.evaluate((wanted) => window.fake.calls().flatMap((call) => (call.name === wanted ? [call.input] : [])), name);

test('a reader who never chose is asked for nothing, and chooses with the keyboard', async ({ openWindow }) => {
  const page = await openWindow();
  const opener = page.getByRole('button', { name: '设置', exact: true });
  await opener.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '新版本…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Offprint 的新版本' });
  await expect(dialog.getByRole('radio', { name: '从不自动查找' })).toBeChecked();
  await expect(dialog).toContainText('现在的版本是 0.1.0');
  await dialog.getByRole('radio', { name: /有新版本时告诉我/ }).press('Space');
  await expect(dialog.getByRole('radio', { name: /有新版本时告诉我/ })).toBeChecked();
  expect(await inputsOf(page, 'updates.choose')).toEqual([{ choice: 'notify' }]);
  expect(await inputsOf(page, 'updates.check')).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
});

test('a version is found, fetched with visible progress, stopped, and taken from a file', async ({ openWindow }) => {
  const page = await openWindow();
  const dialog = await open(page);
  await dialog.getByRole('button', { name: '立即查找' }).click();
  await expect(dialog.getByRole('status')).toContainText('有新版本 0.2.0');
  await expect(dialog).toContainText('修正了竖排引号');
  await dialog.getByRole('button', { name: '取得' }).click();
  await expect(dialog.getByRole('progressbar')).toHaveJSProperty('value', 24_000_000);
  await dialog.getByRole('button', { name: '停止' }).click();
  await dialog.getByRole('button', { name: '从文件安装…' }).click();
  await expect(dialog.getByRole('status')).toContainText('签名无误');
  await dialog.getByRole('button', { name: '安装并重新启动' }).click();
  expect(await inputsOf(page, 'updates.install')).toHaveLength(1);
});

test('a version that was found by itself is told in the line at the foot, which opens the rest', async ({ openWindow }) => {
  const page = await openWindow();
  const notice = page.getByRole('button', { name: '有新版本 0.2.0' });
  await expect(notice).toHaveCount(0);
  const release = { version: '0.2.0', issuedAt: '2026-01-02T03:04:05Z', bytes: 1, notes: {} };
  await page.evaluate((found) => {
    window.fake.emit('updates.changed', {
      version: '0.1.0',
      choice: 'notify',
      packageKind: 'appimage',
      canInstall: true,
      mirrors: [],
      hasMirror: true,
      state: { kind: 'available', release: found },
    });
  }, release);
  await notice.click();
  await expect(page.getByRole('dialog', { name: 'Offprint 的新版本' })).toBeVisible();
});

test('a refusal says what happened, that this version stays, and what can be done', async ({ openWindow }) => {
  const page = await openWindow();
  const dialog = await open(page);
  await page.evaluate(() =>
    window.fake.emit('updates.changed', {
      version: '0.1.0',
      choice: 'off',
      packageKind: 'deb',
      canInstall: false,
      mirrors: [],
      hasMirror: true,
      state: { kind: 'failed', release: null, failure: { code: 'update-unsigned', message: 'not signed' } },
    }),
  );
  await expect(dialog).toContainText('新版本没有 Offprint 制作者的签名');
  await expect(dialog).toContainText('正在使用的版本保持原样');
  await expect(dialog).toContainText('sudo apt install');
});

test('places to ask are named one a line', async ({ openWindow }) => {
  const page = await openWindow();
  const dialog = await open(page);
  await dialog.getByText('先询问的地址，每行一个').click();
  await dialog.getByRole('textbox').fill('https://mirror.example/offprint/\n\n  https://other.example/ ');
  await dialog.getByRole('button', { name: '保存' }).click();
  expect(await inputsOf(page, 'updates.choose')).toEqual([
    { mirrors: ['https://mirror.example/offprint/', 'https://other.example/'] },
  ]);
});
