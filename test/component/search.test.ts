import type { Page } from '@playwright/test';
import { expect, test } from './host/open-window.ts';

const queries = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    window.fake
      .calls()
      .filter((call) => call.name === 'search.run')
      .map((call) => (call.input as { query: string }).query),
  );

test('what is typed is searched without Enter, and hits are marked in both scripts', async ({ openWindow }) => {
  const page = await openWindow();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('wetland');
  await expect(page.locator('op-list-view .head h2')).toHaveText('wetland');
  await expect(page.locator('op-article-row mark').first()).toHaveText('wetland');
  await page.locator('op-search-field input').fill('濕地');
  await expect(page.locator('op-article-row mark').first()).toHaveText('濕地');
  await expect(page.locator('op-article-row .excerpt mark').first()).toHaveText('湿地');
});

test('typing on cancels the search before', async ({ openWindow }) => {
  const page = await openWindow();
  await page.evaluate(() => window.fake.hold('search.run'));
  const input = page.locator('op-search-field input');
  await input.fill('wet');
  await expect.poll(() => queries(page)).toEqual(['wet']);
  await input.fill('wetland');
  await expect.poll(() => queries(page)).toEqual(['wet', 'wetland']);
  const [first, cancelled] = await page.evaluate(
    () => [window.fake.calls().find((call) => call.name === 'search.run')?.requestId, window.fake.cancelled()] as const,
  );
  expect(cancelled).toEqual([first]);
});

test('nothing is searched while an input method composes; the Enter that ends it submits nothing', async ({ openWindow }) => {
  const page = await openWindow();
  await page.locator('op-search-field input').focus();
  const devtools = await page.context().newCDPSession(page);
  for (const text of ['s', 'sh', 'shi', '湿']) {
    await devtools.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  }
  // Longer than the pause after which typing would be searched.
  await page.waitForTimeout(300);
  expect(await queries(page)).toEqual([]);
  const isLetThrough = await page.locator('op-search-field input').evaluate((input) => {
    const enter = new KeyboardEvent('keydown', {
      key: 'Enter',
      isComposing: true,
      bubbles: true,
      composed: true,
      cancelable: true,
    });
    return input.dispatchEvent(enter);
  });
  expect(isLetThrough).toBe(true);
  await page.waitForTimeout(300);
  expect(await queries(page)).toEqual([]);
  await devtools.send('Input.insertText', { text: '湿地' });
  await expect.poll(() => queries(page)).toEqual(['湿地']);
  await expect(page.locator('op-search-field input')).toBeFocused();
});

test('letters that are shortcuts elsewhere are text in the search field', async ({ openWindow }) => {
  const page = await openWindow();
  await page.locator('op-search-field input').focus();
  await page.keyboard.type('sj/k');
  await expect(page.locator('op-search-field input')).toHaveValue('sj/k');
  expect(await page.evaluate(() => window.fake.calls().some((call) => call.name === 'articles.bookmark'))).toBe(false);
});

test('a search without hits offers what would find something', async ({ openWindow }) => {
  const page = await openWindow();
  await page.locator('op-search-field input').fill('湿地银行');
  await expect(page.getByRole('heading', { name: '没有找到“湿地银行”' })).toBeVisible();
  await page.getByRole('button', { name: /^湿地/u }).click();
  await expect(page.locator('op-list-view .head h2')).toHaveText('湿地');
  await expect(page.locator('op-article-row').first()).toBeVisible();
});

test('Escape empties the field and brings the library back', async ({ openWindow }) => {
  const page = await openWindow();
  await page.locator('op-search-field input').fill('wetland');
  await expect(page.locator('op-list-view .head h2')).toHaveText('wetland');
  await page.keyboard.press('Escape');
  await expect(page.locator('op-list-view .head h2')).toHaveText('全部文章');
});

test('the order of results can be chosen', async ({ openWindow }) => {
  const page = await openWindow();
  await page.locator('op-search-field input').fill('wetland');
  await page.getByRole('combobox', { name: '结果排序' }).selectOption('relevance');
  const sorts = (): Promise<readonly string[]> =>
    page.evaluate(() =>
      window.fake.calls().flatMap(({ name, input }) => (name === 'search.run' ? [(input as { sort: string }).sort] : [])),
    );
  await expect.poll(async () => (await sorts()).at(-1)).toBe('relevance');
});
