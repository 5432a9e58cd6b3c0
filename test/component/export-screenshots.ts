import { resolve } from 'node:path';
import { test } from './host/open-window.ts';

const folder = resolve(import.meta.dirname, '../../artifacts/export');

for (const [scenario, colorScheme, width] of [
  ['english', 'light', 1360],
  ['typical', 'dark', 1360],
  ['traditional', 'light', 480],
  ['english', 'dark', 480],
] as const) {
  test(`export: ${scenario}, ${colorScheme}, width ${width}`, async ({ openWindow }) => {
    const page = await openWindow({ scenario, width });
    const dialog = page.locator('op-export-dialog');
    const shoot = (part: string): Promise<unknown> =>
      page.screenshot({ path: resolve(folder, `${part}-${scenario}-${colorScheme}-${width}.png`), animations: 'disabled' });
    const open = async (): Promise<void> => {
      await page.evaluate(() => window.fake.emit('window.command', { command: 'export' }));
      await dialog.locator('form').waitFor();
    };
    const start = (): Promise<void> => dialog.locator('[type="submit"]').click();
    await page.emulateMedia({ colorScheme });
    await page.locator('op-article-row').first().click();
    await open();
    await shoot('article');
    await dialog.locator('select[name="what"]').selectOption({ index: 1 });
    await dialog.locator('summary').click();
    await shoot('list');
    await dialog.locator('select[name="arrangement"]').selectOption('separate');
    await dialog.locator('input[name="format"]').nth(1).check();
    await dialog.locator('select[name="arrangement"]').selectOption('separate');
    await shoot('separate');

    await page.evaluate(() => window.fake.hold('export.run'));
    await start();
    await dialog.locator('progress').waitFor();
    await shoot('preparing');
    await page.evaluate(() => window.fake.emit('export.progress', { stage: 'writing', done: 12, total: 240 }));
    await shoot('running');
    await dialog.locator('.actions button').nth(1).click();
    await shoot('paused');
    await page.keyboard.press('Escape');
    await shoot('background');
    await page.locator('op-export-notice button').click();
    await dialog.locator('.actions .first').click();
    await dialog.locator('form').waitFor();

    await page.evaluate(() => window.fake.release('export.run'));
    await page.evaluate(() =>
      window.fake.answer('export.run', {
        files: ['/home/reader/Documents/湿地 1.epub', '/home/reader/Documents/湿地 2.epub'],
        articles: 238,
        failed: [
          { id: 'morning:pages/2026/9.md', failure: { code: 'library-damaged', message: 'damaged' } },
          { id: 'morning:pages/2026/12.md', failure: { code: 'library-damaged', message: 'damaged' } },
        ],
        bytes: 9_000_000,
      }),
    );
    await start();
    await dialog.locator('.files').waitFor();
    await shoot('done');
    await page.keyboard.press('Escape');
    for (const code of ['disk-full', 'place-not-writable'] as const) {
      await page.evaluate((wanted) => window.fake.fail('export.run', { code: wanted, message: 'no' }), code);
      await open();
      await start();
      await dialog.locator('op-failure-notice').waitFor();
      await shoot(code);
      await page.keyboard.press('Escape');
    }
  });
}
