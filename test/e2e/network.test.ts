import { expect, type Page, test } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type GitServer, startGitServer } from '#test/helpers/git-server.ts';
import { type Proxy, startHttpProxy, startSocksProxy } from '#test/helpers/proxies.ts';
import { type Application, makeLibraryDir, openApplication } from './application.ts';
import { createNewsArchive, type NewsArchive } from './news-archive.ts';

/** A name that exists behind the proxies alone. */
const origin = 'http://news.example/news.git';

let archive: NewsArchive;
let server: GitServer;
let library: Awaited<ReturnType<typeof makeLibraryDir>>;
let hosts: Readonly<Record<string, number>>;
let proxy: Proxy | undefined;
let application: Application | undefined;

test.beforeEach(async () => {
  archive = await createNewsArchive();
  server = await startGitServer(archive.folder);
  hosts = { 'news.example': Number(new URL(server.urlOf('')).port) };
  library = await makeLibraryDir();
});

test.afterEach(async () => {
  await application?.close();
  await proxy?.close();
  application = proxy = undefined;
  await server.close();
  await library.remove();
  await archive.remove();
});

async function sync(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add archive' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Address or folder').fill(origin);
  await dialog.getByRole('button', { name: 'Add and sync' }).click();
  await expect(page.locator('op-status-view')).toContainText(/\d+ new/, { timeout: 60_000 });
}

test('a proxy with a login is set, tested and then the only way of a sync', async () => {
  proxy = await startSocksProxy({ hosts, login: 'reader:open sesame' });
  application = await openApplication(library.dir);
  const { page } = application;
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Network…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Network' });
  await dialog.getByRole('combobox', { name: 'Proxy' }).selectOption('socks5');
  await dialog.getByLabel('Host').fill('127.0.0.1');
  await dialog.getByLabel('Port').fill(String(proxy.port));
  await dialog.getByLabel('User name').fill('reader');
  await dialog.getByLabel('Password', { exact: true }).fill('wrong');
  await dialog.getByLabel('Address to test with').fill(origin);
  await dialog.getByRole('button', { name: 'Test', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('does not accept the login');
  await dialog.getByLabel('Password', { exact: true }).fill('open sesame');
  await dialog.getByRole('button', { name: 'Test', exact: true }).click();
  await expect(dialog.getByRole('status')).toContainText('Everything works');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();

  await sync(page);
  // Names, never addresses: those of the pictures' hosts, too, are looked up by the proxy alone.
  expect(proxy.asked).toContain('news.example:80');
  expect(proxy.asked).toContain('img.morningpost.example:443');
  expect(proxy.asked.filter((asked) => !/^[a-z.]+\.example:(?:80|443)$/u.test(asked))).toEqual([]);
  const log = await readFile(join(library.dir, 'logs', 'offprint.log'), 'utf8').catch(() => '');
  expect(log).not.toContain('open sesame');
});

test("the system's proxy is gone through where nothing was set", async () => {
  proxy = await startHttpProxy({ hosts });
  // Chromium takes its switch for what the system says.
  application = await openApplication(library.dir, { extraArguments: [`--proxy-server=http://127.0.0.1:${proxy.port}`] });
  await sync(application.page);
  expect(proxy.asked.filter((asked) => asked.startsWith(`${origin}/`)).length).toBeGreaterThan(0);
  expect(proxy.asked.filter((asked) => asked.includes('img.morningpost.example')).length).toBeGreaterThan(0);
});

test('a server that asks who is there is told once, and the archive comes', async () => {
  application = await openApplication(library.dir);
  const { page } = application;
  await page.getByRole('button', { name: 'Add archive' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Address or folder').fill(server.urlOf('news.git', 'login=ann:open%20sesame/'));
  await dialog.getByRole('button', { name: 'Add and sync' }).click();
  const notice = page.locator('op-failure-notice');
  await expect(notice).toContainText('asks for a name and a password', { timeout: 30_000 });
  await notice.getByRole('button', { name: 'Sign in…' }).click();
  const signIn = page.getByRole('dialog', { name: /^Sign in to 127\.0\.0\.1/u });
  await signIn.getByLabel('User name').fill('ann');
  await signIn.getByLabel('Password or access token').fill('wrong');
  await page.keyboard.press('Enter');
  await expect(notice).toContainText('does not accept', { timeout: 30_000 });
  await notice.getByRole('button', { name: 'Sign in…' }).click();
  await signIn.getByLabel('User name').fill('ann');
  await signIn.getByLabel('Password or access token').fill('open sesame');
  await page.keyboard.press('Enter');
  await expect(page.locator('op-status-view')).toContainText(/\d+ new/, { timeout: 60_000 });
  await application.close();
  application = undefined;
  const kept = await readFile(join(library.dir, 'reader.db'), 'latin1');
  expect(kept).not.toContain('open sesame');
});
