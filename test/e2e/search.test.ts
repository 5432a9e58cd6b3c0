import { expect, type Page, test } from '@playwright/test';
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

async function open(): Promise<Page> {
  application = await openApplication(library.dir);
  return application.page;
}

/** A key as the system sends it: the menu and the main side see it where no page handles it. */
async function pressNatively(keyCode: string, modifiers: readonly ('control' | 'shift')[] = []): Promise<void> {
  await application?.electron.evaluate(
    ({ BrowserWindow }, key) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      for (const type of ['keyDown', 'keyUp'] as const)
        contents?.sendInputEvent({ type, keyCode: key.keyCode, modifiers: [...key.modifiers] });
    },
    { keyCode, modifiers },
  );
}

async function fillLibrary(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add archive' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Address or folder').fill(server.urlOf('news.git'));
  await dialog.getByRole('button', { name: 'Add and sync' }).click();
  await expect(page.locator('op-status-view')).toContainText(/\d+ new/, { timeout: 60_000 });
}

const field = (page: Page) => page.getByRole('combobox', { name: 'Search all articles' });
const suggestions = (page: Page) => page.getByRole('listbox', { name: 'Suggestions' });
const steps = (page: Page) => page.locator('op-article-view op-match-steps').getByRole('status');

test('a reader searches, goes from match to match, keeps the search, and finds it again', async () => {
  let page = await open();
  await fillLibrary(page);

  await test.step('a search typed in one script suggests and finds what is written in the other', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.insertText('會談');
    await expect(suggestions(page).getByRole('option').first()).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(suggestions(page)).toBeHidden();
    await expect(rows(page).first()).toBeFocused();
  });

  await test.step('a hit opens at its first match, and the next one is a key away, also from within the article', async () => {
    await page.keyboard.press('Enter');
    await expect(steps(page)).toHaveText(/^1 of \d+$/);
    await expect(article(page).locator('mark:target')).toHaveText(/^(会谈|會談)$/);
    const marks = await article(page).locator('mark[id]').count();
    await expect(steps(page)).toHaveText(`1 of ${marks}`);
    await article(page).getByRole('heading', { level: 1 }).click();
    await pressNatively('F3');
    await expect(steps(page)).toHaveText(marks === 1 ? '1 of 1' : `2 of ${marks}`);
  });

  await test.step('Ctrl+F in the article looks for the very characters, and Esc leaves the place', async () => {
    await pressNatively('F', ['control']);
    const bar = page.getByRole('textbox', { name: 'Find in article' });
    await expect(bar).toBeFocused();
    await bar.fill('会');
    const count = page.locator('op-find-bar').getByRole('status');
    await expect(count).toHaveText(/^1 of \d+$/);
    await expect(page.frameLocator('iframe:not([inert])').locator('mark').first()).toHaveText(/^[会會]$/);
    await page.keyboard.press('Enter');
    await expect(count).toHaveText(/^[12] of \d+$/);
    await page.keyboard.press('Escape');
    await expect(page.locator('op-find-bar')).toHaveCount(0);
    await expect(article(page).locator('mark:target')).toHaveCount(0);
  });

  await test.step('the search is saved under a name, with its count in the library', async () => {
    await page.getByRole('button', { name: 'Save search' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('Talks');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('treeitem', { name: /^Talks/ })).toContainText(/\d/);
  });

  await test.step('after a restart the saved search opens, and the history knows it', async () => {
    await application?.close();
    page = await open();
    await page.getByRole('treeitem', { name: /^Talks/ }).click();
    await expect(field(page)).toHaveValue('會談');
    await expect(rows(page).first()).toBeVisible();
    await page.getByRole('button', { name: 'Clear search' }).click();
    await page.getByRole('treeitem', { name: 'All articles' }).click();
    await page.keyboard.press('Control+k');
    await expect(suggestions(page).getByRole('option').first()).toContainText('Talks');
  });
});
