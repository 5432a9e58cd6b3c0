import type { Page } from '@playwright/test';
import { contrastFaults, faults, faultsOfPart } from './host/axe.ts';
import { looks, wear, wearInArticle } from './host/looks.ts';
import { expect, test } from './host/open-window.ts';
import { screens } from './host/screens.ts';
import { visit } from './host/visit.ts';

/** What is no matter of colours is the same in every theme, and looked for in the first. */
async function faultsInEveryTheme(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [index, look] of looks.entries()) {
    await wear(page, look);
    const inTheme = await (index === 0 ? faults(page) : contrastFaults(page));
    found.push(...inTheme.map((fault) => `${look.name}: ${fault}`));
  }
  return found;
}

for (const [group, members] of Object.entries(screens)) {
  test(`${group}: no fault of accessibility, in any theme`, async ({ openWindow }) => {
    test.slow();
    expect(await visit(openWindow, members, {}, faultsInEveryTheme)).toEqual([]);
  });
}

test('no fault of accessibility where one pane at a time is shown', async ({ openWindow }) => {
  expect(await visit(openWindow, screens.panes, { width: 480 }, faults)).toEqual([]);
});

test('the document of an article: no fault of accessibility, in any theme', async ({ openWindow }) => {
  const page = await openWindow();
  await page.goto(`offprint-article://library/${encodeURIComponent('morning:pages/0.md')}?language=zh-Hans&find=湿地#match-2`);
  for (const look of looks) {
    await page.emulateMedia({ colorScheme: look.colorScheme });
    await wearInArticle(page, look);
    expect((await faultsOfPart(page)).map((fault) => `${look.name}: ${fault}`)).toEqual([]);
  }
});
