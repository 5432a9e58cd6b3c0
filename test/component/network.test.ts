import type { Locator, Page } from '@playwright/test';
import { expect, test } from './host/open-window.ts';

const open = async (page: Page): Promise<Locator> => {
  await page.evaluate(() => window.fake.emit('window.command', { command: 'network' }));
  return page.getByRole('dialog', { name: '网络' });
};
const inputOf = (page: Page, name: string): Promise<unknown> =>
  page.evaluate((wanted) => window.fake.calls().findLast((call) => call.name === wanted)?.input, name);

test('the network is set from the settings menu, with the keyboard alone, and the focus returns', async ({ openWindow }) => {
  const page = await openWindow();
  const opener = page.getByRole('button', { name: '设置', exact: true });
  await opener.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '网络…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: '网络' });
  await expect(dialog.getByRole('combobox', { name: '代理' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
});

test('each kind of proxy asks for what it needs and no more', async ({ openWindow }) => {
  const dialog = await open(await openWindow());
  const kind = dialog.getByRole('combobox', { name: '代理' });
  await expect(kind).toHaveValue('system');
  await expect(dialog.getByLabel('主机')).toHaveCount(0);
  await kind.selectOption('socks5');
  await expect(dialog.getByLabel('密码')).toHaveAttribute('type', 'password');
  await expect(dialog).toContainText('用系统的钥匙串加密保存');
  await kind.selectOption('pac');
  await expect(dialog.getByLabel('主机')).toHaveCount(0);
  await expect(dialog.getByLabel('脚本地址')).toBeVisible();
});

test('a system without a keychain is told about where the password is typed', async ({ openWindow }) => {
  const page = await openWindow();
  await page.evaluate(() =>
    window.fake.answer('network.read', {
      proxy: { kind: 'http', host: 'proxy.example', port: 3128, username: 'reader', password: 'secret' },
      extraCaFile: '/home/reader/office.pem',
      isPasswordEncrypted: false,
    }),
  );
  const dialog = await open(page);
  await expect(dialog.getByLabel('主机')).toHaveValue('proxy.example');
  await expect(dialog.getByLabel('端口')).toHaveValue('3128');
  await expect(dialog).toContainText('密码将不加密');
  await expect(dialog).toContainText('/home/reader/office.pem');
  await dialog.getByRole('button', { name: '不用', exact: true }).click();
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(dialog).toBeHidden();
  expect(await inputOf(page, 'network.change')).toEqual({
    proxy: { kind: 'http', host: 'proxy.example', port: 3128, username: 'reader', password: 'secret' },
    extraCaFile: null,
  });
});

test('what is missing is pointed at, and nothing is kept until it is there', async ({ openWindow }) => {
  const page = await openWindow();
  const dialog = await open(page);
  await dialog.getByRole('combobox', { name: '代理' }).selectOption('http');
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(dialog.getByRole('alert')).toContainText('请填写代理的主机');
  await expect(dialog.getByLabel('主机')).toBeFocused();
  await dialog.getByLabel('主机').fill('proxy.example');
  await dialog.getByLabel('端口').fill('99999');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('端口');
  expect(await inputOf(page, 'network.change')).toBeUndefined();
  await dialog.getByLabel('端口').fill('8080');
  await dialog.getByRole('button', { name: '选择文件…' }).click();
  await expect(dialog).toContainText('/home/reader/office.pem');
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(dialog).toBeHidden();
  expect(await inputOf(page, 'network.change')).toEqual({
    proxy: { kind: 'http', host: 'proxy.example', port: 8080 },
    extraCaFile: '/home/reader/office.pem',
  });
});

test('a test shows the stages one by one, as they are passed', async ({ openWindow }) => {
  const page = await openWindow();
  const dialog = await open(page);
  await page.evaluate(() => window.fake.hold('network.test'));
  await expect(dialog.getByLabel('用来测试的地址')).toHaveValue(/^https:/u);
  await dialog.getByRole('button', { name: '测试' }).click();
  const stages = dialog.getByRole('listitem');
  await expect(stages).toHaveText([/代理\s*正在测试/u, /未测试/u, /未测试/u, /未测试/u, /未测试/u, /未测试/u]);
  await page.evaluate(() => window.fake.emit('network.stagePassed', { stage: 'name' }));
  await expect(stages).toHaveText([/代理\s*不需要/u, /服务器名称\s*正常/u, /连接\s*正在测试/u, /未测试/u, /未测试/u, /未测试/u]);
  await page.evaluate(() => window.fake.release('network.test'));
  await expect(stages.last()).toHaveText(/归档\s*正常/u);
  await expect(dialog.getByRole('status')).toContainText('一切正常（0.412 秒）');
  expect(await inputOf(page, 'network.test')).toMatchObject({ setting: { proxy: { kind: 'system' }, extraCaFile: null } });
});

test('a test that fails says at which stage, in plain words, and what was typed stays', async ({ openWindow }) => {
  const page = await openWindow();
  await page.evaluate(() =>
    window.fake.answer('network.test', {
      failed: {
        stage: 'proxy',
        failure: { code: 'proxy-needs-login', message: 'asks for a login', details: { proxy: 'proxy.example:3128' } },
      },
      passed: [],
      milliseconds: 12,
    }),
  );
  const dialog = await open(page);
  await dialog.getByRole('combobox', { name: '代理' }).selectOption('https');
  await dialog.getByLabel('主机').fill('proxy.example');
  await dialog.getByLabel('端口').fill('3128');
  await dialog.getByRole('button', { name: '测试' }).click();
  await expect(dialog.getByRole('listitem').first()).toHaveText(/代理\s*失败/u);
  await expect(dialog.getByRole('alert')).toContainText('代理 proxy.example:3128 不接受登录');
  await expect(dialog.getByRole('alert')).toContainText('没有绕开代理');
  await expect(dialog.getByLabel('主机')).toHaveValue('proxy.example');
});

test('a running test is stopped by its button, and by closing', async ({ openWindow }) => {
  const page = await openWindow();
  const dialog = await open(page);
  await page.evaluate(() => window.fake.hold('network.test'));
  await dialog.getByRole('button', { name: '测试' }).click();
  await dialog.getByRole('button', { name: '停止测试' }).click();
  await expect(dialog.getByRole('listitem')).toHaveCount(0);
  await dialog.getByRole('button', { name: '测试' }).click();
  await dialog.getByRole('button', { name: '取消' }).click();
  await expect(dialog).toBeHidden();
  expect(await page.evaluate(() => window.fake.cancelled().length)).toBe(2);
});

test('a setting that could not be kept is not shown as kept', async ({ openWindow }) => {
  const page = await openWindow();
  await page.evaluate(() => window.fake.fail('network.change', { code: 'library-read-only', message: 'read only' }));
  const dialog = await open(page);
  await dialog.getByRole('combobox', { name: '代理' }).selectOption('none');
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(dialog.getByRole('alert')).toContainText('文库无法写入');
  await expect(dialog.getByRole('combobox', { name: '代理' })).toHaveValue('none');
});
