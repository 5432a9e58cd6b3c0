import { expect, type Page, test } from '@playwright/test';
import { type Application, article, makeLibraryDir, openApplication, rows } from './application.ts';

let library: Awaited<ReturnType<typeof makeLibraryDir>>;
let application: Application;
let page: Page;

const open = async (): Promise<void> => {
  application = await openApplication(library.dir);
  page = application.page;
  await expect(article(page).locator('h1')).toBeVisible({ timeout: 30_000 });
};

test.beforeEach(async () => {
  library = await makeLibraryDir();
  await open();
});

test.afterEach(async () => {
  await application.close();
  await library.remove();
});

test('a tag is set, listed, searched for, there again after a restart, renamed and deleted', async () => {
  const line = page.locator('op-library-tree .node.tag');
  const title = await rows(page).nth(1).locator('.title').innerText();
  await rows(page).nth(1).focus();
  await page.keyboard.press('t');
  await page.keyboard.type('湿地 Later');
  await page.keyboard.press('Enter');
  await expect(page.locator('op-tag-editor .chips .name')).toHaveText(['湿地 Later']);
  await page.keyboard.press('Escape');
  await expect(line).toHaveText(/湿地 Later\s*1/u);
  await line.click();
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page).locator('.title')).toHaveText(title);
  await page.locator('op-search-field input').fill('标签:"濕地 later"');
  await page.keyboard.press('Enter');
  await expect(rows(page)).toHaveCount(1);
  await application.close();
  await open();
  const again = page.locator('op-library-tree .node.tag');
  await again.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Rename…' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Waders');
  await page.keyboard.press('Enter');
  await expect(again).toHaveText(/Waders\s*1/u);
  await again.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Delete…' }).click();
  await page.getByRole('button', { name: 'Delete tag' }).click();
  await expect(again).toHaveCount(0);
});
