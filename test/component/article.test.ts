import type { Page } from '@playwright/test';
import { expect, test } from './host/open-window.ts';

const openFirst = async (page: Page): Promise<void> => {
  await page.locator('op-article-row').first().click();
  await expect(page.getByRole('button', { name: '查看原页面' })).toBeVisible();
};
const follow = (page: Page, url: string): Promise<void> =>
  page.evaluate((address) => window.fake.emit('article.linkFollowed', { url: address }), url);
const command = (page: Page, name: string): Promise<void> =>
  page.evaluate((wanted) => window.fake.emit('window.command', { command: wanted }), name);

test('the page as published is shown in the same frame, by button, key and menu, until another article is opened', async ({
  openWindow,
}) => {
  const page = await openWindow();
  await openFirst(page);
  const frame = page.locator('iframe:not([inert])');
  const toggle = page.getByRole('button', { name: '查看原页面' });
  await expect(toggle).toHaveAttribute('aria-pressed', 'false');
  await toggle.click();
  await expect(frame).toHaveAttribute('src', /0\.md\?language=zh-Hans&original$/u);
  await expect(frame).toHaveAttribute('sandbox', '');
  await expect(toggle).toHaveAttribute('aria-pressed', 'true');
  await expect(toggle).toHaveAttribute('title', '返回文章');
  await page.keyboard.press('Control+u');
  await expect(frame).toHaveAttribute('src', /0\.md\?language=zh-Hans$/u);
  await command(page, 'toggle-original');
  await expect(frame).toHaveAttribute('src', /original$/u);
  await expect(frame).toBeFocused();
  await page.locator('op-article-row').first().focus();
  await page.keyboard.press('j');
  await expect(frame).toHaveAttribute('src', /1\.md\?language=zh-Hans$/u);
  await expect(toggle).toHaveAttribute('aria-pressed', 'false');
});

test('hits are marked in the article only', async ({ openWindow }) => {
  const page = await openWindow();
  await page.locator('op-search-field input').fill('湿地');
  await openFirst(page);
  const frame = page.locator('iframe:not([inert])');
  await expect(frame).toHaveAttribute('src', /&find=%E6%B9%BF%E5%9C%B0#match-1$/u);
  await page.getByRole('button', { name: '查看原页面' }).click();
  await expect(frame).toHaveAttribute('src', /\?language=zh-Hans&original$/u);
});

test('the contents lead to a heading by keyboard, and reading goes on there', async ({ openWindow }) => {
  const page = await openWindow({ height: 400 });
  await openFirst(page);
  await page.keyboard.press('o');
  const contents = page.getByRole('navigation', { name: '目录' });
  await expect(contents.getByRole('button', { name: '起' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowUp');
  await expect(contents.getByRole('button', { name: '转' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(contents).toBeHidden();
  await expect(page.locator('iframe:not([inert])')).toBeFocused();
  await expect.poll(() => page.frames().map((frame) => frame.url())).toContainEqual(expect.stringMatching(/zh-Hans#at-2$/u));
});

test('Esc closes the contents and gives the focus back; the page as published has none', async ({ openWindow }) => {
  const page = await openWindow();
  await openFirst(page);
  const opener = page.getByRole('button', { name: '目录' });
  await command(page, 'show-outline');
  await expect(page.getByRole('navigation', { name: '目录' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('navigation', { name: '目录' })).toBeHidden();
  await expect(opener).toBeFocused();
  await page.keyboard.press('Control+u');
  await expect(opener).toHaveCount(0);
});

test('a press in the article closes the contents', async ({ openWindow }) => {
  const page = await openWindow();
  await openFirst(page);
  await page.getByRole('button', { name: '目录' }).click();
  await expect(page.getByRole('navigation', { name: '目录' })).toBeVisible();
  await page.frameLocator('iframe:not([inert])').locator('blockquote').click();
  await expect(page.getByRole('navigation', { name: '目录' })).toBeHidden();
});

test('an article of few headings offers no contents', async ({ openWindow }) => {
  const page = await openWindow();
  await page.locator('op-article-row').nth(1).click();
  await expect(page.getByRole('button', { name: '查看原页面' })).toBeVisible();
  await expect(page.getByRole('button', { name: '目录' })).toHaveCount(0);
});

test('a link leads to the article and the place that it names, to the section, or to the archive', async ({ openWindow }) => {
  const page = await openWindow();
  await openFirst(page);
  await follow(page, 'page:pages/1.md#at-2');
  await expect(page.locator('iframe:not([inert])')).toHaveAttribute('src', /1\.md\?language=zh-Hans#at-2$/u);
  await follow(page, 'page:indexes/science.md');
  await expect(page.locator('op-list-view .head h2')).toHaveText('科技');
  await follow(page, 'page:README.md');
  await expect(page.locator('op-list-view .head h2')).toHaveText('晨报镜像');
});

test('a link into another repository offers to add it, with its address filled in', async ({ openWindow }) => {
  const page = await openWindow();
  await openFirst(page);
  await follow(page, 'https://git.example.org/owner/basic/blob/master/README.md');
  const question = page.getByRole('alertdialog');
  await expect(question.getByRole('button', { name: '取消' })).toBeFocused();
  await question.getByRole('button', { name: '添加这个归档…' }).click();
  const dialog = page.getByRole('dialog', { name: '添加归档' });
  await expect(dialog.getByLabel('地址或文件夹')).toHaveValue('https://git.example.org/owner/basic');
  await expect(dialog.getByLabel('地址或文件夹')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('button', { name: '添加归档' }).click();
  await expect(dialog.getByLabel('地址或文件夹')).toHaveValue('');
});

test('a link to any other address offers nothing but to open it', async ({ openWindow }) => {
  const page = await openWindow();
  await openFirst(page);
  await follow(page, 'https://example.org/a');
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await expect(page.getByRole('button', { name: '添加这个归档…' })).toHaveCount(0);
});

test('a link whose target cannot be looked up is asked about as any other', async ({ openWindow }) => {
  const page = await openWindow();
  await openFirst(page);
  await page.evaluate(() => window.fake.fail('links.resolve', { code: 'library-busy', message: 'locked' }));
  await follow(page, 'https://example.org/a');
  await expect(page.getByRole('alertdialog')).toContainText('example.org');
});

test('the frame speaks the language that the window speaks', async ({ openWindow }) => {
  const page = await openWindow();
  await openFirst(page);
  await page.getByRole('button', { name: '设置' }).click();
  await page.getByLabel('语言').selectOption('English');
  await expect(page.locator('iframe:not([inert])')).toHaveAttribute('src', /\?language=en$/u);
});
