import { expect, type Page, test } from '@playwright/test';
import { type Application, article, articleRoot, makeLibraryDir, openApplication, rows } from './application.ts';

let library: Awaited<ReturnType<typeof makeLibraryDir>>;
let application: Application;
let page: Page;

test.beforeEach(async () => {
  library = await makeLibraryDir();
  application = await openApplication(library.dir, { isPlaceFollowed: true });
  page = application.page;
  // A new reader is shown the welcome page, and its part of the handbook: the rows move once more then.
  await expect(article(page).locator('h1')).toHaveText('Welcome');
});

test.afterEach(async () => {
  await application.close();
  await library.remove();
});

/** By its whole title: other rows may show the same word in their excerpts, and rows move while a search runs. */
async function open(title: string): Promise<void> {
  const row = rows(page).filter({ has: page.locator('.title').getByText(title, { exact: true }) });
  await expect(row).toHaveCount(1);
  await row.click();
  await expect(article(page).locator('h1')).toHaveText(title);
  await expect(page.locator('op-article-frame iframe'), 'the page before is gone').toHaveCount(1);
}

const scrollTop = (): Promise<number> => articleRoot(page).evaluate(() => document.documentElement.scrollTop);

test('an article opens where reading stopped, and shows how much is left', async () => {
  await open('Reading');
  await articleRoot(page).evaluate(() => document.querySelector('h2:nth-of-type(5)')?.scrollIntoView());
  const stoppedAt = await scrollTop();
  expect(stoppedAt).toBeGreaterThan(100);
  await expect(page.locator('op-article-bar')).toContainText('minute');
  // Long enough for the place to be kept.
  await expect.poll(() => page.locator('op-article-bar .progress').getAttribute('style')).toMatch(/scaleX\(0\.[2-9]/u);
  await open('Syncing');
  expect(await scrollTop()).toBe(0);
  await open('Reading');
  await expect.poll(async () => Math.abs((await scrollTop()) - stoppedAt)).toBeLessThan(120);
});

test('a change of the text shows at once, in the document that is open', async () => {
  await open('Reading');
  await articleRoot(page).evaluate(() => (document.documentElement.id = 'same'));
  await page.getByRole('button', { name: 'Text and colours' }).click();
  await page.getByRole('button', { name: 'Text size: more' }).click();
  await page.getByRole('radio', { name: 'Sepia' }).check();
  const look = (): Promise<string> =>
    articleRoot(page).evaluate(() => {
      const { fontSize, backgroundColor } = getComputedStyle(document.body.parentElement ?? document.body);
      return [getComputedStyle(document.body).fontSize, fontSize === '' ? '' : backgroundColor].join(' ');
    });
  await expect.poll(look).toBe('19px rgb(246, 236, 214)');
  expect(await articleRoot(page).evaluate(() => document.documentElement.id)).toBe('same');
});

/** As a keyboard does it: what is typed in the frame reaches the main side alone. */
const pressInFrame = (keyCode: string): Promise<void> =>
  application.electron.evaluate(({ webContents }, key) => {
    const [contents] = webContents.getAllWebContents();
    for (const type of ['keyDown', 'keyUp'] as const) contents?.sendInputEvent({ type, keyCode: key });
  }, keyCode);

test('what is related is found by links both ways, opened by Enter, and asked for from within the article', async () => {
  await open('Reading');
  await page.keyboard.press('r');
  const related = page.getByRole('navigation', { name: 'Related articles' }).getByRole('button');
  await expect(related.first()).toBeFocused();
  await expect(related.filter({ hasText: 'links to this' })).not.toHaveCount(0);
  await expect(related.filter({ hasText: 'Searching' })).toContainText('linked here');
  await related.filter({ hasText: 'Searching' }).press('Enter');
  await expect(article(page).locator('h1')).toHaveText('Searching');
  await expect(page.locator('op-article-frame iframe'), 'the page before is gone').toHaveCount(1);
  await pressInFrame('R');
  await expect(related.filter({ hasText: 'Reading' })).toContainText('links to this');
  await expect(related.first()).toBeFocused();
});
