import { type CDPSession, expect, type Page, test } from '@playwright/test';
import { type Application, makeLibraryDir, openApplication, rows } from './application.ts';

/** Keys of an input method reach the page as this, whatever they are. */
const processKey = { key: 'Process', windowsVirtualKeyCode: 229 } as const;

let library: Awaited<ReturnType<typeof makeLibraryDir>>;
let application: Application | undefined;

test.beforeEach(async () => {
  library = await makeLibraryDir();
});

test.afterEach(async () => {
  await application?.close();
  application = undefined;
  await library.remove();
});

const field = (page: Page) => page.getByRole('combobox', { name: 'Search all articles' });
const suggestions = (page: Page) => page.getByRole('listbox', { name: 'Suggestions' });

/** Counts, in the main process, what the window asks about searches from now on. */
async function countQuestions({ electron }: Application): Promise<() => Promise<readonly string[]>> {
  await electron.evaluate(({ ipcMain }) => {
    const kept = ipcMain as unknown as { _invokeHandlers: Map<string, (...given: unknown[]) => unknown>; asked: string[] };
    kept.asked = [];
    for (const [channel, answer] of kept._invokeHandlers)
      if (/search|articles\.list/u.test(channel))
        kept._invokeHandlers.set(channel, (...given) => {
          kept.asked.push(channel);
          return answer(...given);
        });
    if (![...kept._invokeHandlers.keys()].some((channel) => channel.includes('search')))
      throw new Error('no call is about searches');
  });
  return () => electron.evaluate(({ ipcMain }) => (ipcMain as unknown as { asked: string[] }).asked);
}

/** As an input method does it: the candidate stands in the field, underlined. */
async function compose(session: CDPSession, text: string): Promise<void> {
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...processKey });
  await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...processKey });
}

test('an input method composes in the search field: nothing is asked before it is done, and its Enter submits nothing', async () => {
  application = await openApplication(library.dir);
  const { page } = application;
  await expect(rows(page).first()).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
  const asked = await countQuestions(application);
  const session = await page.context().newCDPSession(page);

  for (const text of ['g', 'gu', 'gui', 'guid', '归档']) {
    await compose(session, text);
    await expect(field(page)).toHaveValue(text);
  }
  await expect(suggestions(page)).toBeHidden();
  expect(await asked()).toEqual([]);

  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...processKey, code: 'Enter' });
  await session.send('Input.insertText', { text: '归档' });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...processKey, code: 'Enter' });
  await expect(field(page)).toHaveValue('归档');
  await expect(suggestions(page).getByRole('option').first()).toBeVisible();
  await expect(field(page)).toBeFocused();
  expect((await asked()).length).toBeGreaterThan(0);

  await page.keyboard.press('Enter');
  await expect(rows(page).first()).toBeFocused();
  await expect(page.locator('op-list-view mark').first()).toHaveText(/^(归档|歸檔|典藏)$/u);
});
