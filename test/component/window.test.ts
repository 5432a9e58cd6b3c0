import type { Page } from '@playwright/test';
import { expect, test } from './host/open-window.ts';

const callNames = (page: Page): Promise<readonly string[]> => page.evaluate(() => window.fake.calls().map((call) => call.name));

test('the library is a tree that the arrow keys open, close and walk', async ({ openWindow }) => {
  const page = await openWindow();
  const tree = page.getByRole('tree', { name: '文库' });
  await tree.getByRole('treeitem', { name: '全部文章' }).focus();
  for (let step = 0; step < 7; step += 1) await page.keyboard.press('ArrowDown');
  const archive = tree.getByRole('treeitem', { name: '晨报镜像' });
  await expect(archive).toBeFocused();
  await expect(archive).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('ArrowLeft');
  await expect(archive).toHaveAttribute('aria-expanded', 'false');
  await expect(tree.getByRole('treeitem', { name: '科技' })).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  const section = tree.getByRole('treeitem', { name: '頭條集錦' });
  await expect(section).toBeFocused();
  await expect(section).toHaveAttribute('aria-level', '3');
  await page.keyboard.press('Enter');
  await expect(section).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator('op-list-view .head h2')).toHaveText('頭條集錦');
  await expect(tree.getByRole('treeitem').last()).toHaveText(/话题/u);
});

test('a first start shows the welcome page in the language of the reader', async ({ openWindow }) => {
  const page = await openWindow({ scenario: 'first' });
  await expect(page.locator('iframe:not([inert])')).toHaveAttribute('src', /zh-Hans%2Fwelcome/u);
  await expect(page.locator('op-article-row')).toHaveCount(3);
});

test('the article stands in a frame without scripts and without an origin', async ({ openWindow }) => {
  const page = await openWindow();
  await page.locator('op-article-row').first().click();
  const frame = page.locator('iframe:not([inert])');
  await expect(frame).toHaveAttribute('sandbox', '');
  await expect(frame).toHaveAttribute('src', /^offprint-article:\/\/library\/morning%3Apages%2F0\.md\?language=zh-Hans$/u);
});

test('a running sync shows its stage and count, and can be cancelled', async ({ openWindow }) => {
  const page = await openWindow();
  await page.evaluate(() => window.fake.hold('sync.run'));
  await page.keyboard.press('F5');
  const line = page.locator('op-status-line');
  await expect(line).toContainText('开始同步');
  await page.evaluate(() =>
    window.fake.emit('sync.progress', { stage: 'fetching', archive: 'morning', done: 50, total: 200, bytesDown: 1_000_000 }),
  );
  await expect(line).toContainText('晨报镜像：正在下载 50 / 200');
  await expect(line.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '25');
  await line.getByRole('button', { name: '取消同步' }).click();
  await expect(line).toContainText('同步已取消');
  expect(await page.evaluate(() => window.fake.cancelled().length)).toBe(1);
});

test('a finished sync says what it brought', async ({ openWindow }) => {
  const page = await openWindow();
  await page.getByRole('button', { name: '立即同步' }).click();
  await expect(page.locator('op-status-line')).toContainText(/新 214 · 改 3 · 1\.8\s?MB/u);
});

test('a failed sync says what happened, what is safe, and offers one next step', async ({ openWindow }) => {
  const page = await openWindow();
  await page.evaluate(() =>
    window.fake.fail('sync.run', { code: 'host-not-found', message: 'ENOTFOUND', details: { host: 'git.example.org' } }),
  );
  await page.getByRole('button', { name: '立即同步' }).click();
  const notice = page.locator('op-failure-notice');
  await expect(notice.getByRole('alert')).toContainText('找不到服务器 git.example.org');
  await expect(notice.getByRole('alert')).toContainText('可照常阅读');
  await page.evaluate(() => window.fake.fail('sync.run', null));
  await notice.getByRole('button', { name: '重试' }).click();
  await expect(notice).toHaveCount(0);
});

test('a list that could not be read is a failure with a way on, not an empty list', async ({ openWindow }) => {
  const page = await openWindow();
  await expect(page.locator('op-article-row').first()).toBeVisible();
  await page.evaluate(() => window.fake.fail('articles.list', { code: 'library-busy', message: 'locked' }));
  await page.getByRole('treeitem', { name: '科技' }).click();
  await expect(page.getByRole('alert')).toContainText('文库正在使用中');
  await expect(page.locator('op-article-row')).toHaveCount(0);
  await page.evaluate(() => window.fake.fail('articles.list', null));
  await page.getByRole('button', { name: '重试' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page.locator('op-article-row').first()).toBeVisible();
});

test('adding an archive: a refused address is explained in place, an accepted one is synced and shown', async ({
  openWindow,
}) => {
  const page = await openWindow();
  const opener = page.getByRole('button', { name: '添加归档' });
  await opener.click();
  const dialog = page.getByRole('dialog', { name: '添加归档' });
  await expect(dialog.getByLabel('地址或文件夹')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('请填写仓库地址');
  await page.evaluate(() => window.fake.fail('archives.add', { code: 'not-a-repository', message: 'no refs' }));
  await dialog.getByLabel('地址或文件夹').fill('https://example.org/x');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('没有 Git 仓库');
  await expect(dialog.getByLabel('地址或文件夹')).toHaveValue('https://example.org/x');
  await page.evaluate(() => window.fake.fail('archives.add', null));
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(page.locator('op-list-view .head h2')).toHaveText('江海周报');
  expect(await callNames(page)).toContain('sync.run');
});

test('Escape closes a dialog and the focus returns to where it was', async ({ openWindow }) => {
  const page = await openWindow();
  const opener = page.getByRole('button', { name: '添加归档' });
  await opener.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(opener).toBeFocused();
});

test('a link out of the application is opened only after its real host was shown', async ({ openWindow }) => {
  const page = await openWindow();
  await page.locator('op-article-row').first().click();
  await expect(page.getByRole('button', { name: '打开原网页' })).toBeVisible();
  await page.evaluate(() => window.fake.emit('article.linkFollowed', { url: 'https://аррӏе.example/look' }));
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toContainText('xn--80ak6aa92e.example');
  await expect(dialog.getByRole('button', { name: '取消' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  expect(await callNames(page)).not.toContain('links.openOutside');
  await page.getByRole('button', { name: '打开原网页' }).click();
  await dialog.getByRole('button', { name: '用浏览器打开' }).click();
  await page.waitForFunction(() => window.fake.calls().some((call) => call.name === 'links.openOutside'));
});

test('an address that is neither web nor mail is not even asked about', async ({ openWindow }) => {
  const page = await openWindow();
  await page.evaluate(() => window.fake.emit('article.linkFollowed', { url: 'file:///etc/passwd' }));
  await page.evaluate(() => window.fake.emit('article.linkFollowed', { url: 'javascript:alert(1)' }));
  await page.evaluate(() => window.fake.emit('article.linkFollowed', { url: 'mailto:reader@example.org' }));
  await expect(page.getByRole('alertdialog')).toContainText('example.org');
  await expect(page.getByRole('alertdialog')).toContainText('写邮件');
});

test('the language changes at once, everywhere', async ({ openWindow }) => {
  const page = await openWindow();
  await page.getByRole('button', { name: '设置' }).click();
  await page.getByLabel('语言').selectOption('English');
  await expect(page.getByRole('treeitem', { name: 'All articles' })).toBeVisible();
  await expect(page.locator('op-status-line')).toContainText('24,318 articles readable offline');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.getByLabel('Language').selectOption('繁體中文');
  await expect(page.getByRole('treeitem', { name: '書籤' })).toBeVisible();
});

test('a narrow window shows one pane at a time with a way back', async ({ openWindow }) => {
  const page = await openWindow({ width: 480, height: 700 });
  await expect(page.locator('op-article-view')).toBeHidden();
  await page.locator('op-article-row').first().click();
  await expect(page.locator('op-article-view')).toBeVisible();
  await expect(page.locator('op-list-view')).toBeHidden();
  await page.getByRole('button', { name: '返回列表' }).click();
  await expect(page.locator('op-article-row').first()).toBeFocused();
  await page.getByRole('button', { name: '显示文库' }).click();
  await expect(page.locator('op-library-view')).toBeVisible();
  await page.getByRole('treeitem', { name: '科技' }).click();
  await expect(page.locator('op-list-view')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(480);
});

test('separators move with the keyboard and the widths are remembered', async ({ openWindow }) => {
  const page = await openWindow();
  const separator = page.getByRole('separator', { name: '列表宽度' });
  await separator.focus();
  await page.keyboard.press('ArrowRight');
  await expect(separator).toHaveAttribute('aria-valuenow', '388');
  await page.reload();
  await expect(page.getByRole('separator', { name: '列表宽度' })).toHaveAttribute('aria-valuenow', '388');
});

test('Esc closes the settings and gives the focus back', async ({ openWindow }) => {
  const page = await openWindow();
  const opener = page.locator('op-settings-menu .opener');
  const choice = page.locator('op-settings-menu select').first();
  await opener.click();
  await choice.focus();
  await page.keyboard.press('Escape');
  await expect(page.locator('op-settings-menu #panel')).toBeHidden();
  await expect(opener).toBeFocused();
});

test('the focus is never taken by shortcuts while a dialog is open', async ({ openWindow }) => {
  const page = await openWindow();
  await page.getByRole('button', { name: '添加归档' }).click();
  await page.keyboard.press('Control+k');
  await page.keyboard.press('F5');
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await callNames(page)).not.toContain('sync.run');
});
