import type { Page } from '@playwright/test';
import { expect, test } from './host/open-window.ts';

const inputsOf = (page: Page, name: string): Promise<unknown[]> =>
  page.evaluate((wanted) => window.fake.calls().flatMap((call) => (call.name === wanted ? [call.input] : [])), name);

const fail = (page: Page, login: 'missing' | 'refused'): Promise<void> =>
  page.evaluate(
    (state) =>
      window.fake.answer('sync.run', [
        {
          archive: 'morning',
          added: 0,
          changed: 0,
          removed: 0,
          bytesDown: 0,
          bytesUp: 0,
          seconds: 1,
          failed: [],
          failure: {
            code: 'origin-needs-login',
            message: 'asks for a login',
            details: { host: 'git.example.org', origin: 'https://git.example.org:8443', login: state },
          },
        },
      ]),
    login,
  );

test('a server that asks who is there is told, with the keyboard, and the archive is synced again', async ({ openWindow }) => {
  const page = await openWindow();
  await fail(page, 'missing');
  await page.getByRole('button', { name: '立即同步' }).click();
  const notice = page.locator('op-failure-notice');
  await expect(notice.getByRole('alert')).toContainText('git.example.org 要求用户名和密码');
  await notice.getByRole('button', { name: '登录…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: '登录 git.example.org:8443' });
  await expect(dialog.getByLabel('用户名')).toBeFocused();
  await expect(dialog.getByLabel('密码或访问令牌')).toHaveAttribute('type', 'password');
  await expect(dialog).toContainText('钥匙串加密保存');
  await page.keyboard.type('reader');
  await page.keyboard.press('Tab');
  await page.keyboard.type('s3cret');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  expect(await inputsOf(page, 'logins.keep')).toEqual([
    { origin: 'https://git.example.org:8443', userName: 'reader', password: 's3cret' },
  ]);
  await expect.poll(() => inputsOf(page, 'sync.run')).toEqual([{}, { archiveIds: ['morning'] }]);
});

test('a refused login is told as such, and what was typed is gone when the dialog is closed', async ({ openWindow }) => {
  const page = await openWindow();
  await fail(page, 'refused');
  await page.evaluate(() =>
    window.fake.answer('network.read', { proxy: { kind: 'system' }, extraCaFile: null, isPasswordEncrypted: false }),
  );
  await page.getByRole('button', { name: '立即同步' }).click();
  const opener = page.locator('op-failure-notice').getByRole('button', { name: '登录…' });
  await opener.click();
  const dialog = page.getByRole('dialog', { name: /^登录/u });
  await expect(dialog.getByRole('alert')).toContainText('没有接受');
  await expect(dialog).toContainText('关闭 Offprint 后密码即被忘记');
  await dialog.getByLabel('密码或访问令牌').fill('half a pass');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
  await opener.click();
  await expect(dialog.getByLabel('密码或访问令牌')).toHaveValue('');
  expect(await inputsOf(page, 'logins.keep')).toEqual([]);
});

test('servers that the reader is signed in to are listed with the network, and left', async ({ openWindow }) => {
  const page = await openWindow();
  await page.evaluate(() => {
    window.fake.answer('logins.list', [
      { origin: 'https://git.example.org', userName: 'reader', kept: 'encrypted' },
      { origin: 'http://10.0.0.7:3000', userName: 'ann', kept: 'memory' },
      { origin: 'https://old.example', userName: 'eve', kept: 'open' },
    ]);
    window.fake.emit('window.command', { command: 'network' });
  });
  await expect(page.getByRole('dialog', { name: '网络' })).toBeVisible();
  const logins = page.locator('op-known-logins');
  const list = logins.getByRole('listitem');
  await expect(list).toHaveCount(3);
  await expect(list.nth(1)).toContainText('关闭 Offprint 后失效');
  await expect(list.nth(2)).toContainText('密码未加密');
  await logins.getByRole('button', { name: '退出 git.example.org 的登录' }).click();
  await expect(list).toHaveCount(2);
  expect(await inputsOf(page, 'logins.forget')).toEqual([{ origin: 'https://git.example.org' }]);
});
