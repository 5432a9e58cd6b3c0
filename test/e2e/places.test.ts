import { expect, type Page, test } from '@playwright/test';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hermeticGitEnvironment } from '#test/helpers/git-repository.ts';
import { type GitServer, startGitServer } from '#test/helpers/git-server.ts';
import { type Application, makeLibraryDir, openApplication, rows } from './application.ts';
import { createNewsArchive, type NewsArchive } from './news-archive.ts';

let archive: NewsArchive;
let server: GitServer;
let library: Awaited<ReturnType<typeof makeLibraryDir>>;
let application: Application | undefined;

test.beforeEach(async () => {
  archive = await createNewsArchive();
  server = await startGitServer(archive.folder);
  library = await makeLibraryDir();
});

test.afterEach(async () => {
  await application?.close();
  application = undefined;
  await server.close();
  await library.remove();
  await archive.remove();
});

const linkTo = (origin: string): string => `offprint://add?origin=${encodeURIComponent(origin)}`;
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Add an archive' });
const news = (page: Page) => page.getByRole('treeitem', { name: /^news/ }).first();

test('a link that started the application is asked about; nothing is requested before the reader says yes', async () => {
  application = await openApplication(library.dir, { extraArguments: [linkTo(server.urlOf('news.git'))] });
  const { page } = application;
  await expect(dialog(page)).toContainText('A link or file offers this archive');
  await expect(dialog(page).getByLabel('Address or folder')).toHaveValue(server.urlOf('news.git'));
  expect(server.count.requests).toBe(0);
  await dialog(page).getByRole('button', { name: 'Add and sync' }).click();
  await expect(news(page)).toBeVisible();
  await expect(rows(page).first()).toBeVisible();
  expect(server.count.requests).toBeGreaterThan(0);
});

test('a link opened while the application runs comes to its window; one that is not understood does not', async () => {
  application = await openApplication(library.dir);
  const { page, electron } = application;
  await expect(rows(page).first()).toBeVisible();
  const start = async (link: string): Promise<void> => {
    const { file, words } = await electron.evaluate(() => ({ file: process.execPath, words: process.argv.slice(1) }));
    const kept = words.filter((word) => !/^--(?:inspect|remote-debugging)/.test(word));
    const second = spawn(file, [...kept, link], { env: process.env, stdio: 'ignore' });
    await once(second, 'close');
  };
  await start('offprint://add?origin=file:///etc');
  await start(linkTo('https://git.example.org/offered'));
  await expect(dialog(page).getByLabel('Address or folder')).toHaveValue('https://git.example.org/offered');
});

test('an archive is shared as a file that Git can clone, and the file is added by its path', async () => {
  application = await openApplication(library.dir);
  const { page, electron } = application;
  await page.getByRole('button', { name: 'Add archive' }).click();
  await dialog(page).getByLabel('Address or folder').fill(server.urlOf('news.git'));
  await dialog(page).getByRole('button', { name: 'Add and sync' }).click();
  await expect(page.locator('op-status-view')).toContainText('Last sync', { timeout: 60_000 });
  const file = join(library.dir, 'news.bundle');
  await electron.evaluate(({ dialog: native }, filePath) => {
    native.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
  await news(page).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Share as a file…' }).click();
  await expect(page.getByRole('dialog', { name: 'The file is written' })).toContainText(file);
  execFileSync('git', ['clone', '-q', file, join(library.dir, 'clone')], { env: hermeticGitEnvironment });

  await test.step('a file of this machine that was dropped is known by its path', async () => {
    await page.keyboard.press('Escape');
    writeFileSync(join(library.dir, 'other.zip'), 'x');
    await page.evaluate(() => {
      const input = document.createElement('input');
      input.type = 'file';
      input.id = 'dropped';
      document.body.append(input);
    });
    await page.locator('#dropped').setInputFiles(join(library.dir, 'other.zip'));
    await page.evaluate(() => {
      const [dropped] = document.querySelector<HTMLInputElement>('#dropped')?.files ?? [];
      if (!dropped) throw new Error('there is no file');
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(dropped);
      for (const type of ['dragover', 'drop'])
        window.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    });
    await expect(dialog(page).getByLabel('Address or folder')).toHaveValue(join(library.dir, 'other.zip'));
  });
});
