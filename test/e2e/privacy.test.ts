import { expect, test } from '@playwright/test';
import { existsSync, readdirSync } from 'node:fs';
import { type GitServer, startGitServer } from '#test/helpers/git-server.ts';
import { type Application, article, makeLibraryDir, openApplication, rows } from './application.ts';
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

async function openPrivacy({ page }: Application) {
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Privacy…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Privacy' });
  await expect(dialog).toBeVisible();
  return dialog;
}

test('whom the application has contacted is listed, and nobody before the first sync', async () => {
  application = await openApplication(library.dir);
  const { page } = application;
  await expect(rows(page).first()).toBeVisible();
  const dialog = await openPrivacy(application);
  await expect(dialog).toContainText('Nobody was contacted');
  const added = await page.evaluate(
    (origin) =>
      window.offprint
        .call('archives.add', { origin }, 'p-1')
        .then((answer) => (answer.ok ? window.offprint.call('sync.run', { archiveIds: [answer.value.id] }, 'p-2') : null)),
    server.urlOf('news.git'),
  );
  expect(added?.ok).toBe(true);
  const { host } = new URL(server.urlOf('news.git'));
  const line = dialog.getByRole('listitem').filter({ hasText: host });
  await expect(line).toContainText(/archive · \d+ requests? · [\d.]+ \w+ received/u);
  await expect(dialog.getByRole('listitem').filter({ hasText: 'img.morningpost.example' })).toContainText('pictures');
});

test('links are never opened where the reader wants that, whoever asks', async () => {
  application = await openApplication(library.dir);
  const { page, electron } = application;
  await expect(article(page).getByRole('heading', { level: 1 })).toHaveText('Welcome');
  await electron.evaluate(({ shell }) => {
    shell.openExternal = () => Promise.reject(new Error('opened'));
  });
  const dialog = await openPrivacy(application);
  await dialog.getByLabel('Never open links').check();
  await dialog.getByRole('button', { name: 'Close' }).click();
  const url = 'https://out.example/';
  const answer = await page.evaluate((wanted) => window.offprint.call('links.openOutside', { url: wanted }, 'p-3'), url);
  expect(answer).toMatchObject({ ok: false, failure: { code: 'not-allowed' } });
});

test('the title of the window says nothing where the reader wants that, also after the next start', async () => {
  application = await openApplication(library.dir);
  const titleOf = ({ electron }: Application): Promise<string | undefined> =>
    electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle());
  expect(await titleOf(application)).toBe('Offprint');
  const dialog = await openPrivacy(application);
  await dialog.getByLabel('A window title that says nothing').check();
  await expect.poll(() => (application ? titleOf(application) : '')).toBe('Documents');
  await application.close();
  application = await openApplication(library.dir);
  const again = application;
  await expect.poll(() => titleOf(again)).toBe('Documents');
});

test('the library is deleted after one question, and the application ends', async () => {
  application = await openApplication(library.dir);
  await expect(rows(application.page).first()).toBeVisible();
  const dialog = await openPrivacy(application);
  await dialog.getByRole('button', { name: 'Delete the library…' }).click();
  const question = application.page.getByRole('alertdialog');
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  const closed = application.electron.waitForEvent('close');
  await question.getByRole('button', { name: 'Delete everything' }).click();
  await closed;
  application = undefined;
  const left = existsSync(library.dir) ? readdirSync(library.dir) : [];
  expect(left).toEqual([]);
});
