import { expect, type Page, test } from '@playwright/test';
import { type Application, article, articleRoot, makeLibraryDir, openApplication, rows } from './application.ts';

let library: Awaited<ReturnType<typeof makeLibraryDir>>;
let application: Application | undefined;

test.beforeEach(async () => void (library = await makeLibraryDir()));
test.afterEach(async () => {
  await application?.close();
  application = undefined;
  await library.remove();
});

const titleOf = async (page: Page, index: number): Promise<string> =>
  (await rows(page).nth(index).locator('.title').textContent()) ?? '';
const heading = (page: Page) => article(page).getByRole('heading', { level: 1 });

/** As the system tells of a button of the mouse, over whatever it is. */
const press = ({ electron }: Application, command: string): Promise<boolean | undefined> =>
  electron.evaluate(({ BrowserWindow }, wanted) => BrowserWindow.getAllWindows()[0]?.emit('app-command', {}, wanted), command);

const clickMenu = ({ electron }: Application, id: string): Promise<void> =>
  electron.evaluate(({ Menu }, wanted) => Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click(), id);

const isEnabled = ({ electron }: Application, id: string): Promise<boolean | undefined> =>
  electron.evaluate(({ Menu }, wanted) => Menu.getApplicationMenu()?.getMenuItemById(wanted)?.enabled, id);

/** A new reader is shown the welcome page, and its part of the handbook: the rows move once more then. */
async function openSettled(options: Parameters<typeof openApplication>[1] = {}): Promise<Application> {
  const opened = await openApplication(library.dir, options);
  await expect(heading(opened.page)).toHaveText('Welcome');
  return opened;
}

async function openNewWindow(within: Application, open: () => Promise<void>): Promise<Page> {
  const [page] = await Promise.all([within.electron.waitForEvent('window'), open()]);
  await page.waitForLoadState('domcontentloaded');
  return page;
}

test('an article opens alone in a second window, which is as confined as the first', async () => {
  application = await openSettled();
  const { page, electron } = application;
  const first = await titleOf(page, 0);
  const second = await openNewWindow(application, () => rows(page).nth(0).click({ button: 'middle' }));
  await expect(heading(second)).toHaveText(first);
  await expect(second.locator('op-list-view')).toBeHidden();
  await expect(second.locator('op-status-view')).toBeHidden();
  const kept = await electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => {
      // Of Electron, but in none of its types.
      const contents = window.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
      const { sandbox, contextIsolation, nodeIntegration, webviewTag } = contents.getLastWebPreferences();
      return { title: window.getTitle(), sandbox, contextIsolation, nodeIntegration, webviewTag };
    }),
  );
  const confined = { title: 'Offprint', sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false };
  expect(kept).toEqual([confined, confined]);
  expect(await second.evaluate(() => window.open('https://example.org') === null)).toBe(true);
  await second.keyboard.press('s');
  await expect(second.getByRole('button', { name: 'Remove bookmark' })).toBeVisible();
});

test('each window goes its own way, and the menu is about the one in front; settings change in both', async () => {
  application = await openSettled();
  const { page, electron } = application;
  await rows(page).nth(1).click();
  const shown = await titleOf(page, 1);
  await expect(heading(page)).toHaveText(shown);
  const second = await openNewWindow(application, () => page.keyboard.press('Control+Shift+N'));
  await expect(heading(second)).toHaveText(shown);
  await rows(page).nth(2).click();
  const other = await titleOf(page, 2);
  await expect(heading(page)).toHaveText(other);
  await expect(heading(second)).toHaveText(shown);
  await electron.evaluate(({ BrowserWindow }) => {
    const alone = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().includes('?article='));
    alone?.emit('focus');
  });
  await clickMenu(application, 'settings');
  await expect(second.getByRole('dialog', { name: 'Settings' })).toBeVisible();
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeHidden();
  await second.evaluate(async () => {
    const { offprint } = window as unknown as {
      readonly offprint: { call(name: string, input: unknown, id: string): Promise<unknown> };
    };
    await offprint.call('settings.change', { theme: 'dark' }, 'a-test');
  });
  for (const one of [page, second]) await expect(one.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('of the same article in two windows, each knows its own place', async () => {
  application = await openSettled({ isPlaceFollowed: true });
  const { page } = application;
  await expect(heading(page)).toHaveText('Welcome');
  const row = rows(page).filter({ has: page.locator('.title').getByText('Reading', { exact: true }) });
  await row.click();
  await expect(heading(page)).toHaveText('Reading');
  const second = await openNewWindow(application, () => row.click({ button: 'middle' }));
  await expect(second.locator('op-article-bar .progress')).toHaveAttribute('style', /scaleX\(0\)/u);
  await articleRoot(page).evaluate(() => document.querySelector('h2:nth-of-type(5)')?.scrollIntoView());
  await expect(page.locator('op-article-bar .progress')).toHaveAttribute('style', /scaleX\(0\.[2-9]/u);
  const place = await second.evaluate(async () => {
    const { offprint } = window as unknown as {
      readonly offprint: {
        call(name: string, input: unknown, id: string): Promise<{ readonly value: { readonly progress: number } }>;
      };
    };
    const id = new URL(location.href).searchParams.get('article');
    return (await offprint.call('reading.place', { id }, 'a-test')).value;
  });
  expect(place.progress).toBe(0);
});

test('closing the window of the library leaves the other one, and a second start brings it back', async () => {
  application = await openSettled();
  const { page, electron } = application;
  const first = await titleOf(page, 0);
  const second = await openNewWindow(application, () => rows(page).nth(0).click({ button: 'middle' }));
  await expect(heading(second)).toHaveText(first);
  await page.close();
  await expect(heading(second)).toHaveText(first);
  const again = await openNewWindow(application, () =>
    electron.evaluate(({ app }) => void app.emit('second-instance', {}, [], '', undefined)),
  );
  await expect(rows(again).first()).toBeVisible();
  await second.keyboard.press('Control+w').catch(() => undefined);
  await expect.poll(() => electron.windows().length).toBe(1);
});

test('the buttons of a mouse go back and forward, and the menu knows whether they can', async () => {
  application = await openSettled();
  const { page } = application;
  await expect(rows(page).first()).toBeVisible();
  for (const index of [1, 2]) {
    await rows(page).nth(index).click();
    await expect(heading(page)).toHaveText(await titleOf(page, index));
  }
  await expect.poll(() => isEnabled(application as Application, 'go-back')).toBe(true);
  await expect.poll(() => isEnabled(application as Application, 'go-forward')).toBe(false);
  await press(application, 'browser-backward');
  await expect(heading(page)).toHaveText(await titleOf(page, 1));
  await expect.poll(() => isEnabled(application as Application, 'go-forward')).toBe(true);
  await press(application, 'browser-forward');
  await expect(heading(page)).toHaveText(await titleOf(page, 2));
});

test('tabs are found again after a new start, each where its article was left', async () => {
  application = await openSettled();
  let { page } = application;
  await rows(page).nth(1).click();
  const titles = [await titleOf(page, 1), await titleOf(page, 2)];
  await expect(heading(page)).toHaveText(titles[0] ?? '');
  await page.keyboard.press('Control+t');
  await expect(page.getByRole('tab')).toHaveCount(2);
  await rows(page).nth(2).click();
  await expect(page.getByRole('tab')).toHaveText(titles);
  await application.close();
  application = await openApplication(library.dir);
  ({ page } = application);
  await expect(page.getByRole('tab')).toHaveText(titles);
  await expect(heading(page)).toHaveText(titles[1] ?? '');
  await page.keyboard.press('Control+Tab');
  await expect(heading(page)).toHaveText(titles[0] ?? '');
});
