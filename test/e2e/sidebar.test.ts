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

const item = (page: Page, name: string | RegExp) => page.getByRole('tree').getByRole('treeitem', { name });
const heading = (page: Page) => page.locator('op-list-view .head h2');
const total = (page: Page) => page.locator('op-list-view .head .count');

/** No number is none. */
const countOf = async (page: Page, name: RegExp): Promise<number> =>
  Number(/([\d,]+)$/.exec((await item(page, name).innerText()).trim())?.[1]?.replaceAll(',', '') ?? 0);

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

async function syncNews(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add archive' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Address or folder').fill(server.urlOf('news.git'));
  await dialog.getByRole('button', { name: 'Add and sync' }).click();
  await expect(page.locator('op-status-view')).toContainText(/\d+ new/, { timeout: 60_000 });
}

test('a reader finds articles by what was read, by source, by day and by topic, with keys alone', async () => {
  let page = await open();
  await expect(article(page).getByRole('heading', { level: 1 })).toHaveText('Welcome');
  await syncNews(page);
  await press(page, 'g', 'a');
  await expect(heading(page)).toHaveText('All articles');
  await expect.poll(async () => (await countOf(page, /^All articles/)) - (await countOf(page, /^Unread/))).toBe(1);
  const unread = await countOf(page, /^Unread/);

  await test.step('an opened article is read at once, and stays in the list that it was opened from', async () => {
    await press(page, 'g', 'u');
    await expect(heading(page)).toHaveText('Unread');
    await expect(total(page)).toHaveText(new RegExp(`^${unread} `));
    const title = await rows(page).first().locator('.title').innerText();
    await press(page, 'j');
    await expect(item(page, /^Unread/)).toContainText(String(unread - 1));
    await expect(rows(page).first()).toContainText(title);
    await press(page, 'g', 'h');
    await expect(rows(page)).toHaveCount(2);
    await expect(rows(page).first()).toContainText(title);
  });

  await test.step('M makes it unread again, and it stays in the history', async () => {
    await press(page, 'm');
    await expect(item(page, /^Unread/)).toContainText(String(unread));
    await expect(rows(page)).toHaveCount(2);
  });

  await test.step('sources, months and topics are lines of the tree with exact counts', async () => {
    for (const name of ['Sources', 'Dates', 'Topics']) {
      await item(page, name).focus();
      await press(page, 'ArrowRight');
      await expect(item(page, name)).toHaveAttribute('aria-expanded', 'true');
    }
    for (const branch of ['Sources', 'Dates', 'Topics']) {
      await item(page, branch).focus();
      await press(page, 'ArrowDown');
      const line = page.getByRole('tree').locator('[role="treeitem"]:focus');
      const [, name = '', count = ''] = /^(.+?)\s+([\d,]+)$/s.exec((await line.innerText()).trim()) ?? [];
      await press(page, 'Enter');
      await expect(heading(page)).toHaveText(name.trim());
      await expect(total(page)).toHaveText(new RegExp(`^${count} article`));
    }
  });

  await test.step('after a restart the tree is as it was left', async () => {
    await application?.close();
    page = await open();
    await expect(item(page, 'Topics')).toHaveAttribute('aria-expanded', 'true');
  });

  await test.step('a whole list is marked as read after a question, and the mark is taken back', async () => {
    await press(page, 'g', 'a', 'Shift+A');
    const question = page.getByRole('alertdialog', { name: /Mark everything in “All articles” as read/ });
    await question.getByRole('button', { name: 'Mark as read' }).press('Enter');
    await expect.poll(() => countOf(page, /^Unread/)).toBe(0);
    await press(page, 'g', 'u');
    await expect(page.getByText('Everything is read')).toBeVisible();
    await press(page, 'Control+Shift+P');
    await page.keyboard.type('unmark');
    await press(page, 'Enter');
    await expect.poll(() => countOf(page, /^Unread/)).toBe(unread);
  });

  await test.step('the history is cleared after a question', async () => {
    await press(page, 'g', 'h');
    await expect(rows(page)).toHaveCount(2);
    await press(page, 'Control+Shift+P');
    await page.keyboard.type('clear history');
    await press(page, 'Enter');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Clear history' }).press('Enter');
    await expect(page.getByText('Nothing was opened yet')).toBeVisible();
    await expect.poll(() => countOf(page, /^Unread/)).toBe(unread);
  });
});
