import { expect, test } from '@playwright/test';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Application, makeLibraryDir, openApplication } from './application.ts';

let library: Awaited<ReturnType<typeof makeLibraryDir>>;
let application: Application;

test.beforeEach(async () => {
  library = await makeLibraryDir();
  application = await openApplication(library.dir);
  await expect(application.page.getByRole('button', { name: 'Export…' })).toBeVisible({ timeout: 30_000 });
});

test.afterEach(async () => {
  await application.close();
  await library.remove();
});

/** The system's own dialog answers by itself. */
const answerDialog = (filePath: string): Promise<void> =>
  application.electron.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
  }, filePath);

test('the open article becomes a PDF and all bookmarks a book, with the keyboard alone', async () => {
  const { page } = application;
  const folder = join(library.dir, 'exports');
  await mkdir(folder);
  await answerDialog(join(folder, 'welcome.pdf'));
  await page.keyboard.press('Control+Shift+E');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('button', { name: 'Export…' }).press('Enter');
  await expect(page.getByRole('dialog', { name: 'Exported' })).toContainText('1 article in 1 file', { timeout: 60_000 });
  await page.keyboard.press('Escape');
  const pdf = await readFile(join(folder, 'welcome.pdf'));
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');

  await page.keyboard.press('Control+D');
  await answerDialog(join(folder, 'bookmarks.epub'));
  await page.keyboard.press('Control+Shift+E');
  await dialog.getByRole('radio', { name: 'EPUB' }).press('Space');
  await dialog.getByLabel('What').selectOption({ label: 'All bookmarks' });
  await dialog.getByRole('button', { name: 'Export…' }).press('Enter');
  await expect(page.getByRole('dialog', { name: 'Exported' })).toContainText('1 article in 1 file', { timeout: 60_000 });
  const epub = await readFile(join(folder, 'bookmarks.epub'));
  expect(epub.includes('application/epub+zip')).toBe(true);
  expect((await readdir(folder)).toSorted()).toEqual(['bookmarks.epub', 'welcome.pdf']);
});

test('a place that takes nothing is told of; another one is tried from there', async () => {
  const { page } = application;
  const taken = join(library.dir, 'taken.pdf');
  await mkdir(taken);
  await answerDialog(taken);
  await page.keyboard.press('Control+Shift+E');
  await page.getByRole('dialog', { name: 'Export' }).getByRole('button', { name: 'Export…' }).press('Enter');
  const failed = page.getByRole('dialog', { name: 'The export did not finish' });
  await expect(failed.getByRole('alert')).toBeVisible({ timeout: 60_000 });
  await failed.getByRole('button', { name: 'Change choices' }).press('Enter');
  await expect(page.getByRole('dialog', { name: 'Export' }).getByLabel('What')).toBeVisible();
  expect(await readdir(taken)).toEqual([]);
});

test('two exports are asked for: the first is stopped and leaves nothing, the second is written', async () => {
  const { page, electron } = application;
  const folder = join(library.dir, 'exports');
  await mkdir(folder);
  const ask = async (name: string): Promise<void> => {
    await answerDialog(join(folder, name));
    await page.keyboard.press('Control+Shift+E');
    await page.getByRole('dialog', { name: 'Export' }).getByRole('button', { name: 'Export…' }).press('Enter');
  };
  // It is held before it can finish: what is paused keeps its turn.
  await ask('first.pdf');
  await page.getByRole('dialog').getByRole('button', { name: 'Pause' }).press('Enter');
  await page.keyboard.press('Escape');
  await ask('second.pdf');
  await page.keyboard.press('Escape');
  await page.locator('op-export-notice').getByRole('button').press('Enter');
  const rows = page.getByRole('dialog', { name: 'Exports' }).getByRole('listitem');
  await expect(rows.nth(1)).toContainText('Waiting for its turn');
  await electron.evaluate(({ dialog }) => {
    dialog.showMessageBox = () => {
      Object.assign(globalThis, { questions: ((globalThis as { questions?: number }).questions ?? 0) + 1 });
      return Promise.resolve({ response: 0, checkboxChecked: false });
    };
  });
  await electron.evaluate(({ app }) => app.quit());
  await expect.poll(() => electron.evaluate(() => (globalThis as { questions?: number }).questions)).toBe(1);
  await rows.first().getByRole('button', { name: 'Stop' }).press('Enter');
  await expect(rows).toHaveCount(1);
  await expect(rows.first()).toContainText('1 article in 1 file', { timeout: 60_000 });
  expect(await readdir(folder)).toEqual(['second.pdf']);
});

test('an article is printed through the system’s viewer, of which nothing stays, and copied as Markdown and as a quotation', async () => {
  const { page, electron } = application;
  await electron.evaluate(({ shell }) => {
    shell.openPath = (file) => {
      Object.assign(globalThis, { openedFile: file });
      return Promise.resolve('');
    };
  });
  await page.keyboard.press('Control+P');
  const openedFile = (): Promise<string | undefined> =>
    electron.evaluate(() => (globalThis as unknown as { openedFile?: string }).openedFile);
  await expect.poll(openedFile, { timeout: 60_000 }).toMatch(/print.one-\w+.Offprint\.pdf$/u);
  const printed = (await openedFile()) ?? '';
  const pdf = await readFile(printed);
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(printed.startsWith(library.dir)).toBe(true);

  const clipboard = (): Promise<string> => electron.evaluate(({ clipboard: board }) => board.readText());
  await page.keyboard.press('Control+Shift+C');
  await expect.poll(clipboard).toMatch(/^“[\s\S]+”\n— Welcome/u);
  await page.keyboard.press('Control+Shift+P');
  await page.keyboard.type('Markdown');
  await page.keyboard.press('Enter');
  await expect.poll(clipboard).toMatch(/^# Welcome\n/u);

  await application.close();
  await expect.poll(() => existsSync(printed)).toBe(false);
  const leftByCrash = join(dirname(dirname(printed)), 'left.pdf');
  await mkdir(dirname(leftByCrash), { recursive: true });
  await writeFile(leftByCrash, pdf);
  application = await openApplication(library.dir);
  await expect.poll(() => existsSync(leftByCrash)).toBe(false);
});
