import type { Locator, Page } from '@playwright/test';
import { expect, test } from './host/open-window.ts';

const inputsOf = (page: Page, name: string): Promise<unknown[]> =>
  page.evaluate((wanted) => window.fake.calls().flatMap((call) => (call.name === wanted ? [call.input] : [])), name);

/** Of the export that was asked for last. */
const tell = (page: Page, news: Readonly<Record<string, unknown>>): Promise<void> =>
  page.evaluate((given) => {
    const input = window.fake.calls().findLast((call) => call.name === 'export.run')?.input as { readonly id: string };
    window.fake.emit('export.progress', { ...given, id: input.id });
  }, news);

const askForExport = async (page: Page): Promise<void> => {
  await page.evaluate(() => window.fake.emit('window.command', { command: 'export' }));
  await dialogOf(page).getByRole('button', { name: '导出…' }).click();
};

const dialogOf = (page: Page): Locator => page.locator('op-export-dialog').getByRole('dialog');

const openArticle = async (page: Page): Promise<void> => {
  await page.locator('op-article-row').first().click();
  await expect(page.getByRole('button', { name: '导出…' })).toBeVisible();
};

test('the open article is exported as the reader chooses, with the keyboard, and the choices are remembered', async ({
  openWindow,
}) => {
  const page = await openWindow();
  await openArticle(page);
  await page.getByRole('button', { name: '导出…' }).press('Enter');
  const dialog = dialogOf(page);
  await expect(dialog.getByLabel('内容')).toBeFocused();
  await expect(dialog.getByLabel('内容')).toHaveValue('0');
  await dialog.getByLabel('纸张').selectOption('a5');
  await dialog.getByLabel('分栏').selectOption('2');
  await dialog.getByRole('checkbox', { name: '带图片' }).press('Space');
  await dialog.getByText('更多选项').press('Enter');
  await dialog.getByRole('checkbox', { name: '中文保持发表时的字形' }).press('Space');
  await dialog.getByRole('button', { name: '导出…' }).press('Enter');
  await expect(dialog.getByRole('heading', { name: '已导出' })).toBeVisible();
  await expect(dialog).toContainText('/home/reader/大河.pdf');
  await dialog.getByRole('button', { name: '在文件夹中显示' }).press('Enter');
  const [input] = (await inputsOf(page, 'export.run')) as [{ id: string; selection: unknown; options: Record<string, unknown> }];
  expect(await inputsOf(page, 'export.reveal')).toEqual([{ id: input.id }]);
  expect(input.selection).toMatchObject({ kind: 'articles' });
  expect(input.options).toMatchObject({
    format: 'pdf',
    hasPictures: false,
    isAsPublished: true,
    page: { paper: 'a5', columns: 2 },
  });
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: '导出…' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog.getByLabel('纸张')).toHaveValue('a5');
});

test('a search, a list and the bookmarks can be exported, each with what its format needs', async ({ openWindow }) => {
  const page = await openWindow();
  await page.getByRole('combobox', { name: '搜索全部文章' }).fill('湿地');
  await expect(page.locator('op-article-row').first()).toBeVisible();
  await page.evaluate(() => window.fake.emit('window.command', { command: 'export' }));
  const dialog = dialogOf(page);
  const what = dialog.getByLabel('内容');
  await expect(what.locator('option')).toHaveText(['搜索结果：湿地', '所有书签']);
  await dialog.getByRole('radio', { name: 'EPUB' }).press('Space');
  await expect(dialog.getByLabel('纸张')).toHaveCount(0);
  await dialog.locator('select[name=arrangement]').selectOption('separate');
  await expect(dialog.locator('input[name=fileNames]')).toHaveValue('{date} {title}');
  await what.selectOption('1');
  await dialog.getByRole('button', { name: '导出…' }).click();
  await expect(dialog.getByRole('heading', { name: '已导出' })).toBeVisible();
  expect(await inputsOf(page, 'export.run')).toMatchObject([
    { selection: { kind: 'scope', scope: { kind: 'bookmarked' } }, options: { format: 'epub', arrangement: 'separate' } },
  ]);
});

test('a running export is paused, goes on in the background, is found again and stopped', async ({ openWindow }) => {
  const page = await openWindow();
  await page.evaluate(() => window.fake.hold('export.run'));
  await page.evaluate(() => window.fake.emit('window.command', { command: 'export' }));
  const dialog = dialogOf(page);
  await dialog.getByRole('button', { name: '导出…' }).click();
  await tell(page, { stage: 'writing', done: 12, total: 240 });
  await expect(dialog.getByRole('status')).toContainText('12');
  await expect(dialog.getByRole('progressbar')).toHaveJSProperty('value', (12 + 240) / 480);
  await dialog.getByRole('button', { name: '暂停' }).click();
  await expect(dialog.getByRole('status')).toContainText('已暂停');
  await dialog.getByRole('button', { name: '继续', exact: true }).click();
  expect(await inputsOf(page, 'export.pause')).toMatchObject([{ isPaused: true }, { isPaused: false }]);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  const notice = page.getByRole('button', { name: '正在导出 12 / 240' });
  await notice.click();
  await dialog.getByRole('button', { name: '停止' }).click();
  // Nothing is lost by it: the choices are there again.
  await expect(dialog.getByLabel('内容')).toBeVisible();
  expect(await page.evaluate(() => window.fake.cancelled().length)).toBe(1);
});

test('what was left out is told, and a failure says what to do; nothing chosen is lost', async ({ openWindow }) => {
  const page = await openWindow();
  await page.evaluate(() =>
    window.fake.answer('export.run', {
      files: ['/home/reader/all.epub'],
      articles: 2,
      failed: [{ id: 'morning:pages/9.md', title: '一份旧地图', failure: { code: 'library-damaged', message: 'damaged' } }],
      bytes: 9_000,
    }),
  );
  await page.evaluate(() => window.fake.emit('window.command', { command: 'export' }));
  const dialog = dialogOf(page);
  await dialog.getByRole('button', { name: '导出…' }).click();
  await expect(dialog).toContainText('1 篇没有导出');
  await expect(dialog).toContainText('一份旧地图');
  await dialog.getByRole('button', { name: '重试这些文章' }).click();
  await expect.poll(() => inputsOf(page, 'export.run')).toHaveLength(2);
  expect((await inputsOf(page, 'export.run'))[1]).toMatchObject({ selection: { kind: 'articles', ids: ['morning:pages/9.md'] } });
  await dialog.getByRole('button', { name: '关闭' }).click();
  await page.evaluate(() => window.fake.fail('export.run', { code: 'disk-full', message: 'ENOSPC' }));
  await page.evaluate(() => window.fake.emit('window.command', { command: 'export' }));
  await dialog.getByRole('button', { name: '导出…' }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await dialog.getByRole('button', { name: '修改选项' }).click();
  await expect(dialog.getByLabel('内容')).toBeVisible();
});

test('a page is saved, printed and copied without a dialog', async ({ openWindow }) => {
  const page = await openWindow();
  await openArticle(page);
  const ask = (command: 'save-page' | 'print' | 'copy-markdown' | 'copy-quotation'): Promise<void> =>
    page.evaluate((name) => window.fake.emit('window.command', { command: name }), command);
  await ask('save-page');
  await expect(page.getByRole('button', { name: '导出完成' })).toBeVisible();
  expect(await inputsOf(page, 'export.run')).toMatchObject([{ selection: { kind: 'articles' }, options: { format: 'html' } }]);
  await ask('print');
  await expect.poll(() => inputsOf(page, 'export.print')).toHaveLength(1);
  await expect(page.getByRole('button', { name: '导出完成' })).toHaveCount(0);
  await ask('copy-quotation');
  await expect(page.locator('op-export-notice').getByRole('status')).toHaveText('已复制');
  expect(await inputsOf(page, 'articles.copy')).toMatchObject([{ form: 'quotation' }]);
  await page.evaluate(() => window.fake.fail('export.print', { code: 'no-pdf-viewer', message: 'no viewer' }));
  await ask('print');
  await expect(dialogOf(page).getByRole('alert')).toContainText('没有可以打开 PDF 的程序');
});

test('several exports are asked for while one runs; the list pauses, stops and removes each of them', async ({ openWindow }) => {
  const page = await openWindow();
  await page.evaluate(() => window.fake.hold('export.run'));
  await askForExport(page);
  await tell(page, { stage: 'waiting', name: '第一.pdf' });
  await tell(page, { stage: 'reading', done: 3, total: 9 });
  await page.keyboard.press('Escape');
  await askForExport(page);
  await tell(page, { stage: 'waiting', name: '第二.pdf' });
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '正在导出 3 / 9 · 另有 1 项' }).press('Enter');
  const list = page.getByRole('dialog', { name: '导出队列' });
  const rows = list.getByRole('listitem');
  await expect(rows).toHaveText([/第一\.pdf[\s\S]*3[\s\S]*9/u, /第二\.pdf[\s\S]*正在排队/u]);
  await rows.nth(1).getByRole('button', { name: '暂停' }).press('Enter');
  const [, second] = (await inputsOf(page, 'export.run')) as [unknown, { readonly id: string }];
  expect(await inputsOf(page, 'export.pause')).toEqual([{ id: second.id, isPaused: true }]);
  await rows.nth(1).getByRole('button', { name: '移出列表' }).press('Enter');
  await expect(rows).toHaveCount(1);
  await rows.first().getByRole('button', { name: '停止' }).press('Enter');
  await expect(rows).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
});
