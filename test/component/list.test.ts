import type { Locator, Page } from '@playwright/test';
import { expect, test } from './host/open-window.ts';

const focusedPosition = (page: Page): Locator => page.locator('op-article-row:focus');
const rows = (page: Page): Locator => page.locator('op-article-row');

const scrollListTo = (page: Page, part: number): Promise<void> =>
  page.locator('op-article-list').evaluate((list, where) => {
    list.scrollTop = where * list.scrollHeight;
  }, part);

test('a list of 200,000 articles keeps few rows in the document and reaches its end', async ({ openWindow }) => {
  const page = await openWindow({ scenario: 'many' });
  await expect(rows(page).first()).toBeVisible();
  const counts: number[] = [];
  for (const part of [0.1, 0.5, 0.31, 0.99]) {
    await scrollListTo(page, part);
    await expect(page.locator('op-article-list .blank')).toHaveCount(0);
    counts.push(await rows(page).count());
  }
  expect(Math.max(...counts)).toBeLessThan(40);
  await rows(page).nth(3).focus();
  await page.keyboard.press('End');
  await expect(focusedPosition(page)).toHaveAttribute('aria-posinset', '200000');
  await expect(focusedPosition(page)).toBeInViewport({ ratio: 1 });
  await expect(focusedPosition(page)).toHaveAttribute('aria-setsize', '200000');
});

test('rows in view do not overlap and leave no holes, wherever the list is scrolled to', async ({ openWindow }) => {
  const page = await openWindow({ scenario: 'many' });
  await scrollListTo(page, 0.4);
  await expect(page.locator('op-article-list .blank')).toHaveCount(0);
  const gaps = await page.locator('op-article-list .place').evaluateAll((places) => {
    const boxes = places
      .map((place) => ({
        index: Number(place instanceof HTMLElement ? place.dataset['index'] : -1),
        box: place.getBoundingClientRect(),
      }))
      .filter(({ index }) => index > 0)
      .toSorted((one, other) => one.index - other.index);
    return boxes.slice(1).map(({ box }, place) => Math.abs(box.top - (boxes[place]?.box.bottom ?? 0)));
  });
  expect(gaps.length).toBeGreaterThan(5);
  expect(Math.max(...gaps)).toBeLessThan(1);
});

test('pages of rows that are scrolled past are cancelled, and the list asks for a few pages only', async ({ openWindow }) => {
  const page = await openWindow({ scenario: 'many' });
  await expect(rows(page).first()).toBeVisible();
  await page.evaluate(() => window.fake.hold('articles.list'));
  for (const part of [0.2, 0.4, 0.6, 0.8]) {
    await scrollListTo(page, part);
    await expect(page.locator('op-article-list .blank').first()).toBeAttached();
    await page.waitForFunction(
      (count) => window.fake.calls().filter((call) => call.name === 'articles.list').length > count,
      part * 5,
    );
  }
  const cancelled = await page.evaluate(() => window.fake.cancelled().length);
  expect(cancelled).toBeGreaterThanOrEqual(3);
  await page.evaluate(() => window.fake.release('articles.list'));
  await expect(page.locator('op-article-list .blank')).toHaveCount(0);
});

test('J and K open the next and the previous article, and the focus follows in the list', async ({ openWindow }) => {
  const page = await openWindow();
  await rows(page).first().click();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect(focusedPosition(page)).toHaveAttribute('aria-posinset', '3');
  await expect(focusedPosition(page)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('k');
  await expect(focusedPosition(page)).toHaveAttribute('aria-posinset', '2');
  await expect(focusedPosition(page)).toHaveAttribute('aria-selected', 'true');
});

test('arrow keys move the focus, Enter opens, S bookmarks the row with the focus', async ({ openWindow }) => {
  const page = await openWindow();
  await rows(page).first().click();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await expect(focusedPosition(page)).toHaveAttribute('aria-posinset', '2');
  await expect(focusedPosition(page)).toHaveAttribute('aria-selected', 'false');
  await page.keyboard.press('Enter');
  await expect(focusedPosition(page)).toHaveAttribute('aria-selected', 'true');
  await expect(page.frameLocator('iframe:not([inert])').locator('h1')).toHaveText('堤外的芦苇回来了，堤内的人怎么办');
  await page.keyboard.press('s');
  await expect(focusedPosition(page).getByRole('img', { name: '已加书签' })).toBeVisible();
  await page.keyboard.press('s');
  await expect(focusedPosition(page).getByRole('img', { name: '已加书签' })).toHaveCount(0);
});

test('a row with the focus stays in the document when it is scrolled out of view', async ({ openWindow }) => {
  const page = await openWindow({ scenario: 'many' });
  await rows(page).first().click();
  await scrollListTo(page, 0.5);
  await expect(
    page.locator('op-article-row[aria-posinset="100000"], op-article-row[aria-posinset="99990"]').first(),
  ).toBeAttached();
  await expect(focusedPosition(page)).toHaveAttribute('aria-posinset', '1');
  await page.keyboard.press('ArrowDown');
  await expect(focusedPosition(page)).toHaveAttribute('aria-posinset', '2');
  await expect(focusedPosition(page)).toBeInViewport();
});

test('an opened article is marked as read, in the list as well', async ({ openWindow }) => {
  const page = await openWindow();
  await expect(rows(page).nth(1).locator('.dot')).toBeVisible();
  await rows(page).nth(1).click();
  await expect(rows(page).nth(1).locator('.dot')).toHaveCount(0);
});

test('a bookmark that could not be stored is taken back', async ({ openWindow }) => {
  const page = await openWindow();
  await page.evaluate(() => window.fake.fail('articles.bookmark', { code: 'disk-full', message: 'full' }));
  await rows(page).nth(1).click();
  await page.getByRole('button', { name: '添加书签' }).click();
  await page.waitForFunction(() => window.fake.calls().some((call) => call.name === 'articles.bookmark'));
  await expect(page.getByRole('button', { name: '添加书签' })).toBeVisible();
});

test('an update that comes before the event of a scroll does not scroll back', async ({ openWindow }) => {
  const page = await openWindow({ scenario: 'many' });
  await expect(rows(page).first()).toBeVisible();
  const top = await page.locator('op-article-list').evaluate(async (list) => {
    list.scrollTop = 240;
    // Before the next frame, which tells of the scroll.
    if ('requestUpdate' in list && typeof list.requestUpdate === 'function') list.requestUpdate();
    if ('updateComplete' in list) await list.updateComplete;
    return list.scrollTop;
  });
  expect(top).toBe(240);
});
