import type { Locator, Page } from '@playwright/test';
import { expect, test } from './host/open-window.ts';

const addDialog = (page: Page): Locator => page.getByRole('dialog', { name: '添加归档' });
const inputsOf = (page: Page, wanted: string): Promise<readonly unknown[]> =>
  page.evaluate(
    (name) =>
      window.fake
        .calls()
        .filter((call) => call.name === name)
        .map(({ input }) => input),
    wanted,
  );

const openMenuEntry = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('treeitem', { name: '江海周报' }).click({ button: 'right' });
  await page.getByRole('menuitem', { name }).click();
};

test('an archive is added with its mirrors, one a line', async ({ openWindow }) => {
  const page = await openWindow();
  await page.getByRole('button', { name: '添加归档' }).click();
  const dialog = addDialog(page);
  await dialog.getByLabel('地址或文件夹').fill('https://git.example.org/news');
  await expect(dialog.getByRole('textbox', { name: '镜像' })).toBeHidden();
  await dialog.getByText('镜像（可不填）').click();
  await dialog
    .getByRole('textbox', { name: '镜像' })
    .fill('https://b.example/news\n\n https://c.example/news \nhttps://b.example/news');
  await dialog.getByRole('button', { name: '添加并同步' }).click();
  await expect(dialog).toHaveCount(0);
  expect(await inputsOf(page, 'archives.add')).toEqual([
    { origin: 'https://git.example.org/news', mirrors: ['https://b.example/news', 'https://c.example/news'] },
  ]);
});

test('a file or folder is chosen in the dialog of the system and stands in the field', async ({ openWindow }) => {
  const page = await openWindow();
  await page.getByRole('button', { name: '添加归档' }).click();
  const dialog = addDialog(page);
  await dialog.getByRole('button', { name: '选择文件…' }).click();
  await expect(dialog.getByLabel('地址或文件夹')).toHaveValue('/media/stick/news.bundle');
  await dialog.getByRole('button', { name: '选择文件夹…' }).click();
  await expect(dialog.getByLabel('地址或文件夹')).toHaveValue('/home/reader/archive');
  await expect(dialog.getByLabel('地址或文件夹')).toBeFocused();
  expect(await inputsOf(page, 'archives.add')).toEqual([]);
});

test('what a link offers is asked about first: nothing is added or synced before the reader says so', async ({ openWindow }) => {
  const page = await openWindow();
  await page.evaluate(() =>
    window.fake.emit('archive.offered', { origin: 'https://git.example.org/news', mirrors: ['https://b.example/news'] }),
  );
  const dialog = addDialog(page);
  await expect(dialog).toContainText('这个归档来自一个链接');
  await expect(dialog.getByLabel('地址或文件夹')).toHaveValue('https://git.example.org/news');
  await expect(dialog.getByRole('textbox', { name: '镜像' })).toHaveValue('https://b.example/news');
  expect([await inputsOf(page, 'archives.add'), await inputsOf(page, 'sync.run')]).toEqual([[], []]);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  expect([await inputsOf(page, 'archives.add'), await inputsOf(page, 'sync.run')]).toEqual([[], []]);
});

test('an offer waits while another question is open', async ({ openWindow }) => {
  const page = await openWindow();
  await openMenuEntry(page, '移除…');
  await page.evaluate(() => window.fake.emit('archive.offered', { origin: 'https://git.example.org/news', mirrors: [] }));
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await expect(addDialog(page)).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(addDialog(page).getByLabel('地址或文件夹')).toHaveValue('https://git.example.org/news');
});

test('the places of an archive are edited one a line; what is refused stays to be corrected', async ({ openWindow }) => {
  const page = await openWindow();
  await openMenuEntry(page, '来源位置…');
  const dialog = page.getByRole('dialog', { name: '“江海周报”的来源位置' });
  const places = dialog.getByLabel('地址、文件夹或文件，每行一个');
  await expect(places).toBeFocused();
  await expect(places).toHaveValue('https://git.example.org/river.git');
  await places.fill(' \n');
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(dialog.getByRole('alert')).toContainText('请至少填写一个位置');
  await dialog.getByRole('button', { name: '选择文件夹…' }).click();
  await expect(places).toHaveValue('/home/reader/archive');
  await places.fill('/home/reader/archive\nhttps://git.example.org/river.git');
  await page.evaluate(() =>
    window.fake.fail('archives.setOrigins', { code: 'archive-exists', message: 'x', details: { name: '晨报镜像' } }),
  );
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(dialog.getByRole('alert')).toContainText('晨报镜像');
  await page.evaluate(() => window.fake.fail('archives.setOrigins', null));
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(dialog).toHaveCount(0);
  expect((await inputsOf(page, 'archives.setOrigins')).at(-1)).toEqual({
    archiveId: 'river',
    origins: ['/home/reader/archive', 'https://git.example.org/river.git'],
  });
  expect(await inputsOf(page, 'sync.run')).toEqual([]);
});

test('sharing shows how it goes and where the file is', async ({ openWindow }) => {
  const page = await openWindow();
  await page.evaluate(() => window.fake.hold('archives.share'));
  await openMenuEntry(page, '存成文件分享…');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.evaluate(() => window.fake.emit('archive.shareProgress', { done: 120, total: 418 }));
  const dialog = page.getByRole('dialog', { name: '把“江海周报”存成文件分享' });
  await expect(dialog).toContainText('正在写入第 120 页，共 418 页');
  await expect(dialog.getByRole('progressbar')).toHaveAttribute('aria-label', '已写入的页面');
  await page.evaluate(() => window.fake.release('archives.share'));
  await expect(page.getByRole('dialog', { name: '文件已写好' })).toContainText('/media/stick/river.bundle');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('sharing can be cancelled, and what kept it from being written is said', async ({ openWindow }) => {
  const page = await openWindow();
  await page.evaluate(() => window.fake.hold('archives.share'));
  await openMenuEntry(page, '存成文件分享…');
  await page.evaluate(() => window.fake.emit('archive.shareProgress', { done: 1, total: 418 }));
  await page.getByRole('dialog').getByRole('button', { name: '取消' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await page.evaluate(() => window.fake.cancelled().length)).toBe(1);
  await page.evaluate(() => {
    window.fake.release('archives.share');
    window.fake.fail('archives.share', { code: 'place-not-writable', message: 'EACCES', details: { file: 'river.bundle' } });
  });
  await openMenuEntry(page, '存成文件分享…');
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('无法在那里写入“river.bundle”');
});

/** Dispatches what a drag from outside would: the pointer itself cannot bring files from another program. */
const drag = (page: Page, type: string, files: readonly string[], link = ''): Promise<void> =>
  page.evaluate(
    ([kind, names, url]) => {
      const dataTransfer = new DataTransfer();
      for (const name of names) dataTransfer.items.add(new File(['x'], name));
      if (url !== '') dataTransfer.setData('text/uri-list', url);
      const target = document.querySelector('op-app');
      target?.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, composed: true, cancelable: true }));
    },
    [type, files, link] as const,
  );

test('a file dragged over the window is shown where it can be dropped, and then asked about', async ({ openWindow }) => {
  const page = await openWindow();
  await drag(page, 'dragenter', ['news.tar.gz']);
  await expect(page.getByRole('heading', { name: '松开即可添加为归档' })).toBeVisible();
  await drag(page, 'dragleave', ['news.tar.gz']);
  await expect(page.getByRole('heading', { name: '松开即可添加为归档' })).toBeHidden();
  await drag(page, 'dragover', ['news.tar.gz']);
  await drag(page, 'drop', ['news.tar.gz']);
  await expect(page.getByRole('heading', { name: '松开即可添加为归档' })).toBeHidden();
  await expect(addDialog(page).getByLabel('地址或文件夹')).toHaveValue('/home/reader/news.tar.gz');
  expect(await inputsOf(page, 'archives.add')).toEqual([]);
});

test('a dropped link is asked about; a dropped photo is refused in words, with the way to do it right', async ({
  openWindow,
}) => {
  const page = await openWindow();
  await drag(page, 'dragover', [], 'https://git.example.org/news');
  await drag(page, 'drop', [], 'https://git.example.org/news');
  await expect(addDialog(page).getByLabel('地址或文件夹')).toHaveValue('https://git.example.org/news');
  await page.keyboard.press('Escape');
  await drag(page, 'dragover', ['候鸟.jpg']);
  await drag(page, 'drop', ['候鸟.jpg']);
  await expect(addDialog(page)).toContainText('“候鸟.jpg”不是归档');
  await expect(addDialog(page).getByLabel('地址或文件夹')).toHaveValue('');
});

test('while a dialog is open nothing can be dropped', async ({ openWindow }) => {
  const page = await openWindow();
  await openMenuEntry(page, '移除…');
  await drag(page, 'dragover', ['news.zip']);
  await expect(page.getByRole('heading', { name: '松开即可添加为归档' })).toBeHidden();
  await drag(page, 'drop', ['news.zip']);
  await expect(page.getByRole('alertdialog')).toBeVisible();
});
