import type { Locator, Page } from '@playwright/test';
import { expect, test } from './host/open-window.ts';

const row = (page: Page, position: number): Locator => page.locator(`op-article-row[aria-posinset="${position}"]`);
const density = (page: Page): Locator => page.locator('op-list-view .density');
const sort = (page: Page): Locator => page.locator('op-list-view .sort select');
const firstInView = (page: Page): Promise<number> =>
  page.locator('op-article-list').evaluate((list) => {
    const { top } = list.getBoundingClientRect();
    const all = [...(list.shadowRoot?.querySelectorAll('op-article-row') ?? [])];
    const seen = all.filter((one) => one.getBoundingClientRect().bottom > top + 1);
    return Math.min(...seen.map((one) => Number(one.getAttribute('aria-posinset'))));
  });

test('one line an article shows more of them, keeps the place, and is remembered', async ({ openWindow }) => {
  const page = await openWindow({ scenario: 'many' });
  await expect(row(page, 1)).toBeVisible();
  await page.locator('op-article-list').evaluate((list) => (list.scrollTop = 500_000));
  await expect(page.locator('op-article-list .blank')).toHaveCount(0);
  const before = await firstInView(page);
  await density(page).click();
  await expect(page.locator('op-article-list')).toHaveAttribute('density', 'compact');
  await expect.poll(async () => Math.abs((await firstInView(page)) - before)).toBeLessThanOrEqual(1);
  await expect(row(page, before + 1).locator('.excerpt')).toHaveCount(0);
  const box = await row(page, before + 1).boundingBox();
  expect(box?.height).toBeLessThan(40);
  const change = await page.evaluate(() => window.fake.calls().findLast(({ name }) => name === 'settings.change')?.input);
  expect(change).toEqual({ list: { density: 'compact' } });
  await density(page).click();
  await expect.poll(async () => Math.abs((await firstInView(page)) - before)).toBeLessThanOrEqual(1);
});

test('another order begins at its top, without headings of days unless it is by day', async ({ openWindow }) => {
  const page = await openWindow({ scenario: 'english' });
  await expect(page.locator('op-article-list .day').first()).toBeVisible();
  await sort(page).selectOption('title');
  await expect(row(page, 1)).toContainText('(24318)');
  await expect(page.locator('op-article-list .day')).toHaveCount(0);
  await sort(page).selectOption('oldest');
  await expect(page.locator('op-article-list .day').first()).toBeVisible();
  const asked = await page.evaluate(() => window.fake.calls().findLast(({ name }) => name === 'articles.list')?.input);
  expect(asked).toMatchObject({ sort: 'oldest', offset: 0 });
});

test('a search keeps its own order', async ({ openWindow }) => {
  const page = await openWindow({ scenario: 'english' });
  await sort(page).selectOption('longest');
  await page.locator('op-search-field input').fill('river');
  await expect(page.locator('op-list-view .head h2')).toHaveText('river');
  await expect(sort(page)).toHaveValue('newest');
  await sort(page).selectOption('relevance');
  const asked = await page.evaluate(() => window.fake.calls().findLast(({ name }) => name === 'search.run')?.input);
  expect(asked).toMatchObject({ sort: 'relevance' });
  await page.locator('op-search-field input').fill('');
  await expect(sort(page)).toHaveValue('longest');
});

test('a picture has its room before it is there, and screen readers pass it by', async ({ openWindow }) => {
  const page = await openWindow({ scenario: 'pictures' });
  const picture = row(page, 1).locator('.picture');
  await expect(picture).toHaveAttribute('alt', '');
  await expect(picture).toHaveAttribute('loading', 'lazy');
  expect(await picture.boundingBox()).toMatchObject({ width: 72, height: 72 });
  await expect(row(page, 2).locator('.picture')).toHaveCount(0);
});
