import { expect, type Page, test } from '@playwright/test';
import { type GitServer, startGitServer } from '#test/helpers/git-server.ts';
import { type Application, article, makeLibraryDir, openApplication, rows, search } from './application.ts';
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

/** A key as the system sends it: the main side sees it before any page does. */
async function pressNatively(keyCode: string): Promise<void> {
  await application?.electron.evaluate(({ BrowserWindow }, key) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    for (const type of ['keyDown', 'keyUp'] as const) contents?.sendInputEvent({ type, keyCode: key });
  }, keyCode);
}

async function addArchive(page: Page, origin: string): Promise<void> {
  await page.getByRole('button', { name: 'Add archive' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Address or folder').fill(origin);
  await dialog.getByRole('button', { name: 'Add and sync' }).click();
}

const news = (page: Page) => page.getByRole('treeitem', { name: /^news/ }).first();
const status = (page: Page) => page.locator('op-status-view');

test('a reader adds an archive once and has it for good, with no network', async () => {
  let page = await open();

  await test.step('the first start shows the handbook, with its welcome page open', async () => {
    await expect(rows(page).first()).toBeVisible();
    await expect(page.getByRole('treeitem', { name: /Handbook/ })).toBeVisible();
    await expect(article(page).getByRole('heading', { level: 1 })).toHaveText('Welcome');
  });

  await test.step('an archive is added by its address and synced with visible progress', async () => {
    await addArchive(page, server.urlOf('news.git', 'slow=40000/'));
    await expect(status(page).getByRole('progressbar')).toBeVisible();
    await expect(status(page).getByRole('button', { name: 'Cancel sync' })).toBeVisible();
  });

  await test.step('a cancelled sync says that what was fetched is kept, and the next one ends', async () => {
    await status(page).getByRole('button', { name: 'Cancel sync' }).click();
    await expect(status(page)).toContainText('What was fetched is kept');
    await page.keyboard.press('F5');
    await expect(status(page)).toContainText(/\d+ new/, { timeout: 60_000 });
    await expect(news(page)).toBeVisible();
  });

  await test.step('a section lists its articles', async () => {
    await news(page).click();
    await page.keyboard.press('ArrowRight');
    await page
      .getByRole('treeitem', { name: /^自然 \d/ })
      .first()
      .click();
    await expect(page.getByRole('heading', { level: 2 })).toHaveText('自然');
    await expect(rows(page).first()).toBeVisible();
  });

  await test.step('a search in one script finds the other', async () => {
    await search(page, '會談');
    await expect(rows(page).first()).toBeVisible();
    const traditional = await rows(page).count();
    await search(page, '会谈');
    await expect(rows(page)).toHaveCount(traditional);
    expect(traditional).toBeGreaterThanOrEqual(5);
  });

  await test.step('a hit opens with its words marked, and can be bookmarked by key', async () => {
    await rows(page).first().click();
    await expect(article(page).locator('mark').first()).toBeVisible();
    await expect(article(page).locator('mark').first()).toHaveText(/^(会谈|會談)$/);
    await page.keyboard.press('s');
    await expect(page.getByRole('treeitem', { name: /Bookmarks.*1/ })).toBeVisible();
  });

  await test.step('keys pressed in the article step through the list and stay in the article', async () => {
    const shown = article(page).getByRole('heading', { level: 1 });
    const first = (await shown.textContent()) ?? '';
    await shown.click();
    await pressNatively('j');
    await expect(shown).not.toHaveText(first);
    await pressNatively('k');
    await expect(shown).toHaveText(first);
  });

  await test.step('with the origin gone and after a restart everything is still there', async () => {
    await server.close();
    await application?.close();
    page = await open();
    await page.getByRole('treeitem', { name: /Bookmarks/ }).click();
    await expect(rows(page)).toHaveCount(1);
    await rows(page).first().click();
    await expect(article(page).getByRole('heading', { level: 1 })).not.toBeEmpty();
    await search(page, '會談');
    await expect(rows(page).nth(4)).toBeVisible();
  });

  await test.step('a sync that cannot reach the origin says so and leaves the library readable', async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('F5');
    await expect(page.getByRole('alert').first()).toBeVisible({ timeout: 30_000 });
    await expect(rows(page).first()).toBeVisible();
  });
});

test('a second sync fetches only what changed', async () => {
  const page = await open();
  await addArchive(page, server.urlOf('news.git'));
  await expect(status(page)).toContainText(/\d+ new/, { timeout: 60_000 });
  const firstBytes = server.count.bytesOut;

  archive.publishUpdate();
  await page.keyboard.press('F5');
  await expect(status(page)).toContainText(/3 new · 4 changed/, { timeout: 60_000 });
  expect(server.count.bytesOut - firstBytes).toBeLessThan(firstBytes / 4);
  await expect(page.getByRole('treeitem', { name: /Removed upstream.*1/ })).toBeVisible();
});

test('nothing in the window can reach the main side but the window itself, and no page can leave it', async () => {
  const page = await open();
  await expect(rows(page).first()).toBeVisible();
  await rows(page).first().click();
  await expect(article(page)).toBeVisible();
  const inWindow = await page.evaluate(() => ({
    require: typeof (globalThis as { require?: unknown }).require,
    process: typeof (globalThis as { process?: unknown }).process,
    bridge: Object.keys((globalThis as unknown as { offprint: object }).offprint).toSorted(),
  }));
  expect(inWindow).toEqual({ require: 'undefined', process: 'undefined', bridge: ['call', 'cancel', 'on', 'pathOf'] });
  const outside = server.urlOf('news.git/info/refs');
  const requestsBefore = server.count.requests;
  const refused = await page.evaluate(async (address) => {
    const { offprint } = globalThis as unknown as {
      offprint: { call(name: string, input: unknown, id: string): Promise<{ ok: boolean }> };
    };
    const unknownCall = await offprint.call('files.read', {}, 'a').then(
      () => 'answered',
      () => 'refused',
    );
    const badInput = await offprint.call('articles.show', { id: '../../etc' }, 'b');
    const remote = await fetch(address).then(
      () => 'fetched',
      () => 'blocked',
    );
    return { unknownCall, isBadInputAnswered: badInput.ok, remote };
  }, outside);
  expect(refused).toEqual({ unknownCall: 'refused', isBadInputAnswered: false, remote: 'blocked' });
  const address = page.url();
  expect(await page.evaluate((target) => window.open(target), outside)).toBeNull();
  await page.evaluate((target) => {
    location.href = target;
  }, outside);
  expect(await page.evaluate(() => location.href)).toBe(address);
  expect(await page.evaluate(() => document.querySelector('op-app') !== null)).toBe(true);
  expect(server.count.requests).toBe(requestsBefore);
});
