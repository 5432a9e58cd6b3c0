import type { Page } from '@playwright/test';
import { expect, test } from './host/open-window.ts';

const tree = (page: Page) => page.getByRole('tree');
const item = (page: Page, name: string | RegExp) => tree(page).getByRole('treeitem', { name });
const heading = (page: Page) => page.locator('op-list-view .head h2');
const callsOf = (page: Page, name: string): Promise<readonly unknown[]> =>
  page.evaluate((wanted) => window.fake.calls().flatMap((call) => (call.name === wanted ? [call.input] : [])), name);

test('every line says its level, its place among its equals and whether it is open', async ({ openWindow }) => {
  const page = await openWindow();
  const dates = item(page, '日期');
  await expect(dates).toHaveAttribute('aria-expanded', 'false');
  await expect(dates).toHaveAttribute('aria-level', '1');
  await dates.click();
  const year = item(page, /^2021年/u);
  await expect(year).toHaveAttribute('aria-level', '2');
  await expect(year).toHaveAttribute('aria-posinset', '1');
  await expect(year).toHaveAttribute('aria-setsize', '2');
  await year.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  const month = item(page, /^六月/u);
  await expect(month).toBeFocused();
  await expect(month).toHaveAttribute('aria-level', '3');
  await page.keyboard.press('Enter');
  await expect(month).toHaveAttribute('aria-selected', 'true');
  await expect(heading(page)).toHaveText('2021年6月');
  expect((await callsOf(page, 'articles.list')).at(-1)).toMatchObject({ scope: { kind: 'period', year: 2021, month: 6 } });
});

test('one line alone is a stop of the Tab key, and Home, End and the arrows lead through all of them', async ({ openWindow }) => {
  const page = await openWindow();
  await expect(tree(page).locator('[role="treeitem"][tabindex="0"]')).toHaveCount(1);
  await item(page, '全部文章').focus();
  await page.keyboard.press('End');
  await expect(item(page, '话题')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(item(page, '日期')).toBeFocused();
  await page.keyboard.press('Home');
  await expect(item(page, '全部文章')).toBeFocused();
  await expect(tree(page).locator('[role="treeitem"][tabindex="0"]')).toHaveCount(1);
});

test('letters find a name where the tree is walked by keys; after a click they are keys of the window', async ({
  openWindow,
}) => {
  const page = await openWindow({ scenario: 'english' });
  await item(page, 'All articles').focus();
  await page.keyboard.press('s');
  await expect(item(page, 'Sources')).toBeFocused();
  await item(page, 'Unread').click();
  await page.keyboard.press('j');
  await expect.poll(() => callsOf(page, 'articles.markRead')).toHaveLength(1);
});

test('a letter that no name begins with stays a key of the window, also as the first of two', async ({ openWindow }) => {
  const page = await openWindow({ scenario: 'english' });
  await item(page, 'All articles').focus();
  await page.keyboard.press('g');
  await page.keyboard.press('h');
  await expect(heading(page)).toHaveText('History');
});

test('what was opened and closed is so again in the next window', async ({ openWindow }) => {
  const page = await openWindow();
  await item(page, '归档').click();
  await item(page, '话题').click();
  await expect(item(page, '晨报镜像')).toHaveCount(0);
  await page.reload();
  await expect(item(page, '气候')).toBeVisible();
  await expect(item(page, '归档')).toHaveAttribute('aria-expanded', 'false');
});

test('long lists stop at the most used and go on when asked; a long name is cut and told in full', async ({ openWindow }) => {
  const page = await openWindow();
  await item(page, '话题').click();
  await expect(item(page, '测绘')).toBeVisible();
  await expect(item(page, '堤防')).toHaveCount(0);
  await item(page, '显示更多').click();
  await expect(item(page, '堤防')).toBeVisible();
  const long = item(page, /longer than any pane/u);
  await expect(long).toHaveAttribute('title', /is wide$/u);
  const [width, pane] = await Promise.all([long.boundingBox(), page.locator('op-library-view').boundingBox()]);
  expect(width?.width ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(pane?.width ?? 0);
  await item(page, '收起').click();
  await expect(item(page, '堤防')).toHaveCount(0);
});

test('a library without sources, dates and topics has no headings for them', async ({ openWindow }) => {
  const page = await openWindow({ scenario: 'empty' });
  await expect(item(page, '未读')).toBeVisible();
  for (const name of ['归档', '来源', '日期', '话题', '已存搜索']) await expect(item(page, name)).toHaveCount(0);
});

test('the number of unread articles follows what is told of it', async ({ openWindow }) => {
  const page = await openWindow();
  await expect(item(page, /^未读/u)).toContainText('1,215');
  await page.evaluate(() => window.fake.emit('library.counted', { all: 24_318, unread: 7, bookmarked: 2, removed: 312 }));
  await expect(item(page, /^未读/u)).toContainText('7');
  await expect(item(page, /^书签/u)).toContainText('2');
});

test('M marks the article with the focus as unread and read again, and opening one tells that it was opened', async ({
  openWindow,
}) => {
  const page = await openWindow();
  await page.locator('op-article-row').first().click();
  await expect.poll(() => callsOf(page, 'articles.markRead')).toHaveLength(1);
  const id = 'morning:pages/0.md';
  expect(await callsOf(page, 'articles.markRead')).toEqual([{ id, isRead: true, isOpened: true }]);
  await page.keyboard.press('m');
  await expect.poll(() => callsOf(page, 'articles.markRead')).toHaveLength(2);
  await page.keyboard.press('m');
  await expect
    .poll(async () => (await callsOf(page, 'articles.markRead')).slice(1))
    .toEqual([
      { id, isRead: false },
      { id, isRead: true },
    ]);
});

test('a whole list is marked as read only after a question, and the mark can be taken back', async ({ openWindow }) => {
  const page = await openWindow();
  await item(page, '科技').click();
  await page.keyboard.press('Shift+A');
  const question = page.getByRole('alertdialog', { name: '把“科技”全部标为已读？' });
  await expect(question.getByRole('button', { name: '取消' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(question).toHaveCount(0);
  expect(await callsOf(page, 'articles.markAllRead')).toEqual([]);
  await page.keyboard.press('Shift+A');
  await question.getByRole('button', { name: '标为已读' }).click();
  await expect.poll(() => callsOf(page, 'articles.markAllRead')).toHaveLength(1);
  expect(await callsOf(page, 'articles.markAllRead')).toMatchObject([{ scope: { kind: 'section' } }]);
  await page.evaluate(() => window.fake.emit('window.command', { command: 'unmark-all-read' }));
  await expect.poll(() => callsOf(page, 'articles.unmarkRead')).toEqual([{ atMs: 1_760_000_000_000 }]);
});

test('the history is cleared only after a question', async ({ openWindow }) => {
  const page = await openWindow();
  await page.keyboard.press('g');
  await page.keyboard.press('h');
  await expect(item(page, '最近读过')).toHaveAttribute('aria-selected', 'true');
  await page.evaluate(() => window.fake.emit('window.command', { command: 'clear-history' }));
  await page.getByRole('alertdialog').getByRole('button', { name: '清除历史' }).click();
  await expect.poll(() => callsOf(page, 'history.clear')).toHaveLength(1);
});

test('the list of what is unread does not move while it is read: it is asked for as of when it began', async ({ openWindow }) => {
  const page = await openWindow();
  await page.keyboard.press('g');
  await page.keyboard.press('u');
  await expect(heading(page)).toHaveText('未读');
  await expect.poll(async () => (await callsOf(page, 'articles.list')).at(-1)).toMatchObject({ scope: { kind: 'unread' } });
  expect((await callsOf(page, 'articles.list')).at(-1)).toHaveProperty('scope.asOfMs');
});
