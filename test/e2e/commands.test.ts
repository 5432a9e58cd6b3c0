import { expect, test } from '@playwright/test';
import { type Application, article, makeLibraryDir, openApplication, rows } from './application.ts';

let library: Awaited<ReturnType<typeof makeLibraryDir>>;
let application: Application | undefined;

test.beforeEach(async () => void (library = await makeLibraryDir()));
test.afterEach(async () => {
  await application?.close();
  application = undefined;
  await library.remove();
});

const acceleratorOf = ({ electron }: Application, id: string): Promise<string | null> =>
  electron.evaluate(({ Menu }, wanted) => Menu.getApplicationMenu()?.getMenuItemById(wanted)?.accelerator ?? null, id);

/** As the system sends it: what Playwright presses does not come by the way that keys of a frame take. */
const pressInFrame = ({ electron }: Application, keyCode: string, modifiers: 'control'[] = []): Promise<void> =>
  electron.evaluate(
    ({ BrowserWindow }, press) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      contents?.sendInputEvent({ type: 'keyDown', ...press });
      contents?.sendInputEvent({ type: 'keyUp', ...press });
    },
    { keyCode, modifiers },
  );

test('keys pressed within the article mean what the reader made them mean, at once and after a new start', async () => {
  application = await openApplication(library.dir);
  let { page } = application;
  await article(page).getByRole('heading', { level: 1 }).click();
  await pressInFrame(application, '?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet).toBeVisible();
  await sheet.getByRole('button', { name: 'Change shortcuts…' }).click();
  await page.getByRole('button', { name: 'Change Ctrl+Shift+P: All commands…' }).click();
  await page.keyboard.press('Control+j');
  await expect.poll(() => acceleratorOf(application as Application, 'palette')).toBe('CommandOrControl+J');
  await page.keyboard.press('Escape');
  await article(page).getByRole('heading', { level: 1 }).click();
  await pressInFrame(application, 'J', ['control']);
  await expect(page.getByRole('dialog', { name: 'All commands' })).toBeVisible();
  await application.close();

  application = await openApplication(library.dir);
  ({ page } = application);
  await expect(rows(page).first()).toBeVisible();
  expect(await acceleratorOf(application, 'palette')).toBe('CommandOrControl+J');
  await page.keyboard.press('Control+j');
  await page.keyboard.type('keyboard sh');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toContainText('Ctrl');
});

test('the menu opens the settings, which tell the size of the library and check it', async () => {
  application = await openApplication(library.dir);
  const { page, electron } = application;
  await expect(rows(page).first()).toBeVisible();
  await electron.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('settings')?.click());
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings.getByRole('button', { name: 'Library & storage' }).click();
  const panel = page.locator('op-storage-panel');
  await expect(panel).toContainText(library.dir);
  await expect(panel.getByRole('row', { name: 'Articles and search index' })).toContainText(/\d (?:kB|MB)/u);
  await panel.getByRole('button', { name: 'Check' }).click();
  await expect(panel.getByRole('status')).toHaveText('All is well.', { timeout: 30_000 });
});
