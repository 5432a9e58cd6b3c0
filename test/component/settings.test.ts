import type { Locator, Page } from '@playwright/test';
import type { CommandId } from '#preload/contract/commands.ts';
import { changesOf, faultsOf, openWith } from './host/settings-window.ts';
import { expect, test } from './host/open-window.ts';

const row = (page: Page, id: string): Locator => page.locator(`op-setting-row[data-setting="${id}"]`);
const settingsOf = (page: Page): Locator => page.getByRole('dialog', { name: 'Settings' });

test('every section is reached by its own command, and says which one it is', async ({ openWindow }) => {
  const page = await openWindow({ scenario: 'english' });
  const names = { archives: 'Archives & sync', storage: 'Library & storage', shortcuts: 'Shortcuts', advanced: 'Advanced' };
  for (const [section, name] of Object.entries(names)) {
    await openWith(page, `settings-${section}` as CommandId);
    await expect(settingsOf(page).getByRole('heading', { level: 3 })).toHaveText(name);
    await expect(settingsOf(page).getByRole('button', { name, exact: true })).toHaveAttribute('aria-current', 'page');
  }
});

test('a choice is kept at once, and can be taken back by itself', async ({ openWindow }) => {
  const page = await openWindow({ scenario: 'english' });
  await openWith(page, 'settings-reading');
  const reset = row(page, 'font').getByRole('button', { name: 'Reset: Font' });
  await expect(reset).toBeHidden();
  await row(page, 'font').getByRole('combobox').selectOption('sans');
  expect(await changesOf(page)).toEqual([{ reading: { font: 'sans' } }]);
  await reset.click();
  await expect(row(page, 'font').getByRole('combobox')).toHaveValue('serif');
  await expect(row(page, 'font').getByRole('combobox')).toBeFocused();
  await expect(reset).toBeHidden();
});

test('a slider is moved by keys and shows its number', async ({ openWindow }) => {
  const page = await openWindow({ scenario: 'english' });
  await openWith(page, 'settings-reading');
  await row(page, 'textSize').getByRole('slider').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(row(page, 'textSize').locator('output')).toHaveText('20');
  expect(await changesOf(page)).toEqual([{ reading: { textSize: 19 } }, { reading: { textSize: 20 } }]);
});

test('a whole section goes back at once, and others stay', async ({ openWindow }) => {
  const page = await openWindow({ scenario: 'english' });
  await openWith(page, 'settings-privacy');
  await row(page, 'isTitleNeutral').getByRole('checkbox').check();
  await row(page, 'quickHideKey').getByRole('combobox').selectOption('F9');
  await openWith(page, 'settings-reading');
  await row(page, 'theme').getByRole('combobox').selectOption('sepia');
  await openWith(page, 'settings-privacy');
  await page.getByRole('button', { name: 'Reset this section' }).click();
  expect((await changesOf(page)).at(-1)).toMatchObject({ isTitleNeutral: false, quickHideKey: null });
  await expect(row(page, 'isTitleNeutral').getByRole('checkbox')).not.toBeChecked();
  await expect(page.getByRole('button', { name: 'Reset this section' })).toBeDisabled();
  await openWith(page, 'settings-reading');
  await expect(row(page, 'theme').getByRole('combobox')).toHaveValue('sepia');
});

test('all settings go back only after a question', async ({ openWindow }) => {
  const page = await openWindow({ scenario: 'english' });
  await openWith(page, 'settings-reading');
  await row(page, 'theme').getByRole('combobox').selectOption('dark');
  await openWith(page, 'settings-advanced');
  await page.getByRole('button', { name: 'Reset all…' }).click();
  await page.keyboard.press('Escape');
  expect(await changesOf(page)).toEqual([{ theme: 'dark' }]);
  await page.getByRole('button', { name: 'Reset all…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Reset all' }).click();
  await expect.poll(async () => (await changesOf(page)).at(-1)).toMatchObject({ theme: 'system', shortcuts: {} });
});

test('the search finds settings of all sections by their words in any language', async ({ openWindow }) => {
  const page = await openWindow({ scenario: 'english' });
  await openWith(page, 'settings');
  const field = settingsOf(page).getByRole('searchbox');
  await expect(field).toBeFocused();
  await field.fill('picture');
  await expect(settingsOf(page).getByRole('heading', { level: 3 })).toHaveText([
    'Archives & sync',
    'Network',
    'Reading',
    'Library & storage',
  ]);
  await expect(row(page, 'pictureTemplates')).toBeVisible();
  await field.fill('图片的备用');
  await expect(row(page, 'pictureTemplates')).toBeVisible();
  await field.fill('bookmark');
  await expect(page.locator('op-shortcut-editor [data-command="toggle-bookmark"]')).toBeVisible();
  await field.fill('qqqq');
  await expect(settingsOf(page)).toContainText('No setting says “qqqq”.');
  await page.keyboard.press('Escape');
  await expect(settingsOf(page).getByRole('heading', { level: 3 })).toHaveText('Archives & sync');
  await page.keyboard.press('Escape');
  await expect(settingsOf(page)).toBeHidden();
});

test('addresses for pictures are kept when the field is left, and only where each can be used', async ({ openWindow }) => {
  const page = await openWindow({ scenario: 'english' });
  await openWith(page, 'settings-archives');
  const templates = row(page, 'pictureTemplates');
  await templates.getByRole('textbox').fill('https://proxy.example/');
  await page.keyboard.press('Tab');
  await expect(templates.getByRole('alert')).toContainText('{url}');
  expect(await changesOf(page)).toEqual([]);
  await templates.getByRole('textbox').fill('https://proxy.example/?url={url}\n\n');
  await page.keyboard.press('Tab');
  await expect(templates.getByRole('alert')).toBeHidden();
  expect(await changesOf(page)).toEqual([{ pictureTemplates: ['https://proxy.example/?url={url}'] }]);
});

test('what others keep is changed there: pictures of an archive, the network, new versions', async ({ openWindow }) => {
  const page = await openWindow({ scenario: 'english' });
  await openWith(page, 'settings-archives');
  await row(page, 'pictures-river').getByRole('combobox').selectOption('none');
  expect(await changesOf(page, 'archives.setPicturePolicy')).toEqual([{ archiveId: 'river', policy: 'none' }]);
  await openWith(page, 'settings-updates');
  await row(page, 'updateChoice').getByRole('combobox').selectOption('notify');
  expect(await changesOf(page, 'updates.choose')).toEqual([{ choice: 'notify' }]);
  await page.evaluate(() =>
    window.fake.answer('network.read', {
      proxy: { kind: 'socks5', host: '127.0.0.1', port: 9050 },
      extraCaFile: null,
      isPasswordEncrypted: true,
    }),
  );
  await openWith(page, 'settings-network');
  await expect(row(page, 'proxy')).toContainText('SOCKS5 proxy: 127.0.0.1:9050');
  await row(page, 'proxy').getByRole('button', { name: 'Reset: Proxy' }).click();
  await expect.poll(() => changesOf(page, 'network.change')).toEqual([{ proxy: { kind: 'system' }, extraCaFile: null }]);
});

test('the dialog of the network opens above the settings, which show afterwards what it changed', async ({ openWindow }) => {
  const page = await openWindow({ scenario: 'english' });
  await openWith(page, 'settings-network');
  await row(page, 'proxy').getByRole('button', { name: 'Change and test…' }).click();
  const network = page.getByRole('dialog', { name: 'Network' });
  await network.getByRole('combobox').first().selectOption('none');
  await page.evaluate(() =>
    window.fake.answer('network.read', { proxy: { kind: 'none' }, extraCaFile: null, isPasswordEncrypted: true }),
  );
  await network.getByRole('button', { name: 'Save' }).click();
  await expect(network).toBeHidden();
  await expect(row(page, 'proxy')).toContainText('No proxy');
  await expect(row(page, 'proxy').getByRole('button', { name: 'Change and test…' })).toBeFocused();
});

test('the library: its folder, the size of its parts, a check that can be stopped, and its end', async ({ openWindow }) => {
  const page = await openWindow({ scenario: 'english' });
  await openWith(page, 'settings-storage');
  const panel = page.locator('op-storage-panel');
  await expect(panel).toContainText('/home/reader/.local/share/offprint');
  await expect(panel.getByRole('row', { name: 'Pictures' })).toContainText(/214\s?MB/u);
  await expect(panel.getByRole('row', { name: 'Together' })).toContainText(/536\s?MB/u);
  await page.evaluate(() => window.fake.hold('storage.check'));
  await panel.getByRole('button', { name: 'Check' }).click();
  await expect(panel.getByRole('status')).toHaveText('Checking…');
  await panel.getByRole('button', { name: 'Stop' }).click();
  await expect(panel.getByRole('status')).toHaveText('');
  await page.evaluate(() => window.fake.release('storage.check'));
  await panel.getByRole('button', { name: 'Check' }).click();
  await expect(panel.getByRole('status')).toHaveText('All is well.');
  await panel.getByRole('button', { name: 'Open folder' }).click();
  expect(await changesOf(page, 'storage.openFolder')).toEqual([{}]);
  await panel.getByRole('button', { name: 'Delete…' }).click();
  await expect(page.getByRole('alertdialog')).toContainText('Delete the whole library for good?');
});

test('by keys alone: opened, a section chosen, a setting changed, closed, and the focus is where it was', async ({
  openWindow,
}) => {
  const page = await openWindow({ scenario: 'english' });
  const first = page.getByRole('treeitem', { name: 'All articles' });
  await first.focus();
  await page.keyboard.press('Control+,');
  await expect(settingsOf(page)).toBeVisible();
  // From the search to the button that closes, then through the sections.
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(settingsOf(page).getByRole('heading', { level: 3 })).toHaveText('Library & storage');
  await page.keyboard.press('Escape');
  await expect(settingsOf(page)).toBeHidden();
  await expect(first).toBeFocused();
});

const settingsPath = ['op-app', 'op-commands-view', 'op-settings-view', 'op-settings-page'];

for (const width of [1360, 480]) {
  test(`no section has a fault of accessibility, nor anything beside the window, ${width} wide`, async ({ openWindow }) => {
    const page = await openWindow({ scenario: 'english', width });
    const sections = ['archives', 'network', 'reading', 'storage', 'privacy', 'shortcuts', 'updates', 'language', 'advanced'];
    for (const section of sections) {
      await openWith(page, `settings-${section}` as CommandId);
      expect([section, await faultsOf(page, settingsPath)]).toEqual([section, []]);
      const content = page.locator('op-settings-page .content');
      expect(await content.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
    }
  });
}

test('no paper has a fault of accessibility in the settings', async ({ openWindow }) => {
  const page = await openWindow({ scenario: 'english' });
  await openWith(page, 'settings-reading');
  for (const theme of ['light', 'sepia', 'dark', 'black', 'contrast']) {
    // Without motion: halfway between two papers no contrast is right.
    await page.emulateMedia({ colorScheme: theme === 'dark' || theme === 'black' ? 'dark' : 'light', reducedMotion: 'reduce' });
    await openWith(page, 'settings-reading');
    await row(page, 'theme').getByRole('combobox').selectOption(theme);
    for (const section of ['reading', 'shortcuts'] as const) {
      await openWith(page, `settings-${section}`);
      expect([theme, section, await faultsOf(page, settingsPath)]).toEqual([theme, section, []]);
    }
  }
});
