import { expect, test } from '@playwright/test';
import { article, makeLibraryDir, openApplication, rows } from './application.ts';

test('Chinese is shown in the script that the reader chose, in the list and in the article', async () => {
  const library = await makeLibraryDir();
  const { page, close } = await openApplication(library.dir);
  try {
    await page.getByRole('treeitem', { name: /^All articles/ }).click();
    await page.getByRole('combobox', { name: /search/iu }).fill('title:阅读');
    await rows(page)
      .filter({ has: page.locator('.title').getByText('阅读', { exact: true }) })
      .click();
    await expect(article(page).locator('h1')).toHaveText('阅读');
    await page.getByRole('button', { name: 'Text and colours' }).click();
    await page.getByLabel('Chinese is shown in').selectOption('Traditional (Taiwan)');
    await expect(article(page).locator('h1')).toHaveText('閱讀');
    await expect(rows(page).filter({ hasText: '阅读' })).toHaveCount(0);
    await expect(article(page)).toHaveAttribute('lang', 'zh-Hant-TW');
  } finally {
    await close();
    await library.remove();
  }
});
