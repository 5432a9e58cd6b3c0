import { resolve } from 'node:path';
import { test } from './host/open-window.ts';

const folder = resolve(import.meta.dirname, '../../artifacts/settings');
const sections = ['archives', 'network', 'reading', 'storage', 'privacy', 'shortcuts', 'updates', 'language', 'advanced'];

for (const [scenario, colorScheme, width] of [
  ['english', 'light', 1360],
  ['typical', 'dark', 1360],
  ['traditional', 'light', 480],
  ['english', 'dark', 480],
] as const) {
  test(`settings: ${scenario}, ${colorScheme}, width ${width}`, async ({ openWindow }) => {
    const page = await openWindow({ scenario, width });
    const shoot = (part: string): Promise<unknown> =>
      page.screenshot({ path: resolve(folder, `${part}-${scenario}-${colorScheme}-${width}.png`) });
    const command = (name: string): Promise<void> =>
      page.evaluate((wanted) => window.fake.emit('window.command', { command: wanted }), name);
    await page.emulateMedia({ colorScheme });
    for (const section of sections) {
      await command(`settings-${section}`);
      await page.locator('op-settings-page h3').first().waitFor();
      await shoot(section);
    }
    await page.locator('op-settings-page input[type="search"]').fill(scenario === 'english' ? 'picture' : '图片');
    await shoot('found');
    await page.locator('op-settings-page input[type="search"]').fill('qqq');
    await shoot('none');
    await command('settings-shortcuts');
    await page.locator('op-shortcut-editor [data-command="search"] .key').first().click();
    await page.keyboard.press('Control+f');
    await shoot('taken');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await command('palette');
    await shoot('palette');
    await page.keyboard.press('Escape');
    await command('shortcuts');
    await shoot('sheet');
  });
}
