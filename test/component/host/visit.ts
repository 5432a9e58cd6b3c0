import type { Page } from '@playwright/test';
import type { WindowOptions } from './open-window.ts';
import type { Screen } from './screens.ts';

type OpenWindow = (options: WindowOptions) => Promise<Page>;

/** Shows each screen in turn, in one window as far as one library will do; what is found wrong comes with the screen's name. */
export async function visit(
  openWindow: OpenWindow,
  screens: readonly Screen[],
  options: WindowOptions,
  look: (page: Page, name: string) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const found: string[] = [];
  const windows = new Map<string, Page>();
  for (const { name, scenario = 'english', show } of screens) {
    const opened = windows.get(scenario);
    const page = opened ?? (await openWindow({ ...options, scenario }));
    windows.set(scenario, page);
    if (opened) await renew(page);
    await show(page);
    found.push(...(await look(page, name)).map((fault) => `${name}: ${fault}`));
  }
  return found;
}

/** The fake main side begins anew with the page; what the window keeps for itself goes. */
async function renew(page: Page): Promise<void> {
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await page.locator('op-app').waitFor();
}
