import { expect, type Page, test } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32, deflateSync } from 'node:zlib';
import { type Application, article, makeLibraryDir, openApplication, rows } from './application.ts';

let library: Awaited<ReturnType<typeof makeLibraryDir>>;
let application: Application;
let page: Page;

declare global {
  // A `var` is what a global of both sides is declared with.
  var shownMenus: string[][] | undefined;
}

const open = async (): Promise<void> => {
  application = await openApplication(library.dir);
  page = application.page;
  await expect(article(page).locator('h1')).toHaveText('Welcome', { timeout: 30_000 });
};

test.beforeEach(async () => {
  library = await makeLibraryDir();
  await open();
});

test.afterEach(async () => {
  await application.close();
  await library.remove();
});

/** The system's menu answers by itself: with the item of that name, or with none. */
const answerMenus = (wanted: string): Promise<void> =>
  application.electron.evaluate(({ Menu }, name) => {
    globalThis.shownMenus = [];
    Menu.prototype.popup = function popup(this: Electron.Menu, options?: Electron.PopupOptions): void {
      globalThis.shownMenus?.push(this.items.map(({ label, role, type }) => (type === 'separator' ? '-' : (role ?? label))));
      this.items.find(({ label }) => label.startsWith(name))?.click();
      options?.callback?.();
    };
  }, wanted);

const lastMenu = (): Promise<string[] | undefined> => application.electron.evaluate(() => globalThis.shownMenus?.at(-1));
const copied = (): Promise<string> => application.electron.evaluate(({ clipboard }) => clipboard.readText());
const titleOf = (index: number): Promise<string> => rows(page).nth(index).locator('.title').innerText();

test('the menu of a row, by the right button and by the keyboard, does what its items say', async () => {
  await answerMenus('Copy title');
  await rows(page).nth(1).click({ button: 'right' });
  await expect.poll(copied).toBe(await titleOf(1));
  expect(await lastMenu()).toEqual(expect.arrayContaining(['Open', 'Add bookmark', 'Export…', 'Copy title', '-']));
  await answerMenus('Add bookmark');
  await rows(page).nth(1).focus();
  await page.keyboard.press('Shift+F10');
  await expect(rows(page).nth(1).getByRole('img', { name: 'Bookmarked' })).toBeVisible();
  await answerMenus('nothing');
  await page.keyboard.press('Shift+F10');
  await expect.poll(lastMenu).toEqual(expect.arrayContaining(['Remove bookmark']));
});

test('a selection is copied as a list, marked and bookmarked in the library itself', async () => {
  const titles = [await titleOf(1), await titleOf(2)];
  await rows(page).nth(1).focus();
  await page.keyboard.press('Shift+ArrowDown');
  const bar = page.getByRole('toolbar', { name: 'What is selected' });
  await bar.getByRole('button', { name: 'Copy as a list in Markdown' }).click();
  await expect.poll(copied).toMatch(/^- .+\n- .+\n$/u);
  for (const title of titles) expect(await copied()).toContain(title);
  await bar.getByRole('button', { name: 'Add bookmarks' }).click();
  await bar.getByRole('button', { name: 'Mark as read' }).click();
  await expect(bar.getByRole('button', { name: 'Mark as unread' })).toBeVisible();
  await page.getByRole('treeitem', { name: 'Bookmarks' }).click();
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).locator('.dot')).toHaveCount(0);
});

test('text selected in the article is quoted or looked for from its menu; a field has its own', async () => {
  await answerMenus('Search the library');
  const heading = article(page).locator('h1');
  await heading.selectText();
  await heading.click({ button: 'right' });
  await expect(page.getByRole('combobox', { name: 'Search all articles' })).toHaveValue('"Welcome"');
  expect(await lastMenu()).toEqual(['copy', 'Copy as quotation with source', '-', 'Search the library for “Welcome”']);
  await answerMenus('nothing');
  await page.getByRole('combobox', { name: 'Search all articles' }).click({ button: 'right' });
  await expect.poll(lastMenu).toEqual(['cut', 'copy', 'paste', '-', 'selectall']);
});

test('order and shape of the list are there again after a restart', async () => {
  await page.getByRole('combobox', { name: 'Order of articles' }).selectOption('Title');
  await page.getByRole('button', { name: 'One line for each article' }).click();
  await expect(page.locator('op-article-list')).toHaveAttribute('density', 'compact');
  const all = (): Promise<string[]> => rows(page).locator('.title').allInnerTexts();
  await expect(page.locator('op-article-list .day')).toHaveCount(0);
  const before = await all();
  expect(before.length).toBeGreaterThan(4);
  await application.close();
  application = await openApplication(library.dir);
  page = application.page;
  await expect(page.locator('op-article-list')).toHaveAttribute('density', 'compact');
  await expect.poll(all).toEqual(before);
});

const commandLine = fileURLToPath(new URL('../../dist/main/cli.js', import.meta.url));

/** A grey picture that a decoder takes. */
function greyPng(widthPx: number, heightPx: number): Buffer {
  const chunk = (name: string, content: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), content]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(content.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(widthPx, 0);
  header.writeUInt32BE(heightPx, 4);
  header.writeUInt8(8, 8);
  const pixels = Buffer.alloc((widthPx + 1) * heightPx, 0x90);
  for (let line = 0; line < heightPx; line += 1) pixels[line * (widthPx + 1)] = 0;
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(pixels)), chunk('IEND', Buffer.alloc(0))]);
}

test('the first stored picture of an article stands in its row, from the library alone', async () => {
  await application.close();
  const folder = join(library.dir, 'shore');
  mkdirSync(folder);
  writeFileSync(join(folder, 'shore.png'), greyPng(300, 200));
  const text = 'The tide goes out and leaves the light behind. '.repeat(20);
  writeFileSync(join(folder, 'shore.md'), `# The shore\n\n![The shore at noon](shore.png)\n\n${text}\n`);
  const command = (...words: string[]): unknown =>
    execFileSync(process.execPath, [commandLine, '--library', library.dir, ...words]);
  command('add', folder);
  command('sync');
  application = await openApplication(library.dir);
  ({ page } = application);
  const row = rows(page).filter({ hasText: 'The shore' });
  const picture = row.locator('img.picture');
  await expect(picture).toHaveAttribute('src', /^offprint-article:\/\/picture\/[\da-f]{64}$/u);
  await expect.poll(() => picture.evaluate((img) => (img instanceof HTMLImageElement ? img.naturalWidth : 0))).toBe(300);
});
