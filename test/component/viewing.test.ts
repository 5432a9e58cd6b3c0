import type { Locator, Page } from '@playwright/test';
import { expect, test } from './host/open-window.ts';

type OpenWindow = (options?: { readonly width?: number; readonly height?: number }) => Promise<Page>;

async function openPicture(openWindow: OpenWindow, place: number, width = 1360): Promise<Page> {
  const page = await openWindow({ width });
  await page.locator('op-article-row').first().click();
  await page.frameLocator('op-article-frame iframe').locator('h1').click();
  await tell(page, place);
  await expect(viewer(page)).toBeVisible();
  await expect.poll(() => shownSize(page)).not.toBeNull();
  return page;
}

const tell = (page: Page, place: number): Promise<void> =>
  page.evaluate((url) => window.fake.emit('article.linkFollowed', { url }), `offprint-view:picture/article/${place}`);
const viewer = (page: Page): Locator => page.getByRole('dialog', { name: '文章的图片' });
const picture = (page: Page): Locator => viewer(page).locator('img');
const place = (page: Page): Locator => viewer(page).getByRole('status');
const shownSize = async (page: Page): Promise<{ x: number; y: number; width: number; height: number } | null> =>
  picture(page).evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return width === 0 ? null : { x, y, width, height };
  });
const widthOf = async (page: Page): Promise<number> => (await shownSize(page))?.width ?? 0;
const hasFrameFocus = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    let focused = document.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    return focused instanceof HTMLIFrameElement;
  });

test('a picture of the article opens whole, with its caption and its place among them', async ({ openWindow }) => {
  const page = await openPicture(openWindow, 1);
  await expect(picture(page)).toHaveAttribute('alt', '堤上的水尺');
  await expect(picture(page)).toHaveAttribute('src', /^offprint-article:\/\/picture\/[\da-f]{64}$/u);
  await expect(place(page)).toHaveText('第 2 张，共 3 张');
  await expect(viewer(page).getByRole('group', { name: '图片说明' })).toHaveText('堤上的水尺');
  const size = await shownSize(page);
  expect(size?.height).toBeLessThanOrEqual(860);
  expect((size?.width ?? 0) / (size?.height ?? 1)).toBeCloseTo(1 / 3, 2);
  expect(await page.evaluate(() => window.fake.calls().find(({ name }) => name === 'articles.pictures')?.input)).toMatchObject({
    body: 'article',
  });
});

test('the keys lead to the others, and back to the article where they were', async ({ openWindow }) => {
  const page = await openPicture(openWindow, 0);
  await expect(viewer(page).getByRole('button', { name: '关闭' })).toBeFocused();
  for (const [key, text] of [
    ['ArrowRight', '第 2 张'],
    ['PageDown', '第 3 张'],
    ['ArrowRight', '第 3 张'],
    ['ArrowLeft', '第 2 张'],
    ['PageUp', '第 1 张'],
    ['End', '第 3 张'],
    ['Home', '第 1 张'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(place(page)).toContainText(text);
  }
  await viewer(page).getByRole('button', { name: '下一张图片' }).click();
  await expect(place(page)).toContainText('第 2 张');
  await page.keyboard.press('Escape');
  await expect(viewer(page)).toBeHidden();
  expect(await hasFrameFocus(page)).toBe(true);
  await expect
    .poll(() => page.evaluate(() => window.fake.calls().find(({ name }) => name === 'reading.focusRequest')?.input))
    .toMatchObject({ request: { kind: 'picture', body: 'article', place: 0 } });
});

test('what is zoomed is moved by the arrows and by the pointer, and fits again', async ({ openWindow }) => {
  const page = await openPicture(openWindow, 0);
  const fitted = await widthOf(page);
  await page.keyboard.press('+');
  await expect.poll(() => widthOf(page)).toBeCloseTo(fitted * 1.25, 0);
  await page.keyboard.press('-');
  await expect.poll(() => widthOf(page)).toBeCloseTo(fitted, 0);
  await page.keyboard.press('1');
  await expect.poll(() => widthOf(page)).toBe(2_400);
  const before = await shownSize(page);
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await shownSize(page))?.x).toBeCloseTo((before?.x ?? 0) - 80, 0);
  await expect(place(page)).toContainText('第 1 张');
  await page.mouse.move(600, 400);
  await page.mouse.down();
  await page.mouse.move(660, 430, { steps: 3 });
  await page.mouse.up();
  await expect.poll(async () => (await shownSize(page))?.x).toBeCloseTo((before?.x ?? 0) - 20, 0);
  await expect(viewer(page)).toBeVisible();
  await viewer(page).getByRole('button', { name: '适合窗口' }).click();
  await expect.poll(() => widthOf(page)).toBeCloseTo(fitted, 0);
});

test('a wheel zooms at the pointer, a double click zooms and fits', async ({ openWindow }) => {
  const page = await openPicture(openWindow, 0);
  const fitted = await shownSize(page);
  const [x, y] = [Math.round((fitted?.x ?? 0) + 100), Math.round((fitted?.y ?? 0) + 200)];
  const fromEdge = x - (fitted?.x ?? 0);
  await page.mouse.move(x, y);
  await page.mouse.wheel(0, -400);
  await expect.poll(() => widthOf(page)).toBeCloseTo((fitted?.width ?? 0) * Math.E, 0);
  // A point is now e times as far from the picture's edge.
  await expect.poll(async () => x - ((await shownSize(page))?.x ?? 0)).toBeCloseTo(fromEdge * Math.E, 0);
  await page.mouse.dblclick(x, y);
  await expect.poll(() => widthOf(page)).toBeCloseTo(fitted?.width ?? 0, 0);
  await page.mouse.dblclick(x, y);
  await expect.poll(() => widthOf(page)).toBeGreaterThan((fitted?.width ?? 0) * 1.3);
});

test('a click beside the picture closes; a click on it does not', async ({ openWindow }) => {
  const page = await openPicture(openWindow, 3);
  expect(await widthOf(page)).toBe(120);
  await picture(page).click();
  await expect(viewer(page)).toBeVisible();
  await page.mouse.click(300, 300);
  await expect(viewer(page)).toBeHidden();
});

test('a picture that is not stored is never opened', async ({ openWindow }) => {
  const page = await openPicture(openWindow, 0);
  await page.keyboard.press('Escape');
  await tell(page, 2);
  await expect
    .poll(() => page.evaluate(() => window.fake.calls().filter(({ name }) => name === 'articles.pictures').length))
    .toBe(2);
  await expect(viewer(page)).toBeHidden();
});

test('it stays within a narrow window, and moves nothing for a reader who wants no motion', async ({ openWindow }) => {
  const page = await openPicture(openWindow, 0, 480);
  const size = await shownSize(page);
  expect(size?.x).toBeGreaterThanOrEqual(0);
  expect((size?.x ?? 0) + (size?.width ?? 0)).toBeLessThanOrEqual(480);
  for (const name of ['缩小', '放大', '关闭', '下一张图片'])
    await expect(viewer(page).getByRole('button', { name })).toBeInViewport({ ratio: 1 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.keyboard.press('+');
  await expect(picture(page)).toHaveCSS('transition-duration', '0s');
});

const openNote = async (page: Page, at: number): Promise<void> => {
  await page.locator('op-article-row').first().click();
  await page.frameLocator('op-article-frame iframe').locator('h1').click();
  await page.evaluate((url) => window.fake.emit('article.linkFollowed', { url }), `offprint-view:note/article/${at}`);
  await expect(note(page)).toBeVisible();
};
const note = (page: Page): Locator => page.getByRole('dialog', { name: '注释 3' });
const boxOf = async (locator: Locator): Promise<{ x: number; y: number; width: number; height: number }> =>
  (await locator.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };

test('a note opens under its mark, has the focus, and Esc leads back', async ({ openWindow }) => {
  const page = await openWindow();
  await openNote(page, 0);
  await expect(note(page)).toContainText('见《东滩鸟类调查》，第 41 页');
  await expect(note(page).getByRole('group')).toBeFocused();
  const [frame, box] = [await boxOf(page.locator('op-article-frame iframe')), await boxOf(note(page))];
  expect(box.y).toBeCloseTo(frame.y + 218 + 6, 0);
  expect(box.x).toBeGreaterThanOrEqual(frame.x);
  expect(box.x).toBeLessThan(frame.x + 300);
  expect(box.x + box.width).toBeGreaterThan(frame.x + 312);
  await page.keyboard.press('j');
  await expect(note(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(note(page)).toBeHidden();
  expect(await hasFrameFocus(page)).toBe(true);
  await expect
    .poll(() => page.evaluate(() => window.fake.calls().find(({ name }) => name === 'reading.focusRequest')?.input))
    .toMatchObject({ request: { kind: 'note', body: 'article', place: 0 } });
});

test('a note leads to its place in the article, and a link in it is asked about', async ({ openWindow }) => {
  const page = await openWindow();
  await openNote(page, 0);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alertdialog')).toContainText('fishers');
  await expect(note(page)).toBeHidden();
  await page.keyboard.press('Escape');
  await openNote(page, 0);
  await note(page).getByRole('button', { name: '跳到注释' }).click();
  await expect(note(page)).toBeHidden();
  expect(await hasFrameFocus(page)).toBe(true);
  await expect.poll(() => page.frames().some((frame) => frame.url().endsWith('#at-fn-3'))).toBe(true);
});

test('a note closes where the reader does something else, in the window or in the article', async ({ openWindow }) => {
  const page = await openWindow();
  await openNote(page, 0);
  await page.mouse.click(700, 800);
  await expect(note(page)).toBeHidden();
  await openNote(page, 0);
  await page.frameLocator('op-article-frame iframe').locator('h1').click();
  await expect(note(page)).toBeHidden();
  await openNote(page, 0);
  await page.locator('op-article-row').nth(1).click();
  await expect(note(page)).toBeHidden();
});

test('a note whose mark nobody can place stands over the lower edge, also in a narrow window', async ({ openWindow }) => {
  const page = await openWindow({ width: 480, height: 700 });
  await openNote(page, 1);
  const [frame, box] = [await boxOf(page.locator('op-article-frame iframe')), await boxOf(note(page))];
  expect(box.y + box.height).toBeCloseTo(frame.y + frame.height - 8, 0);
  expect(box.x).toBeGreaterThanOrEqual(8);
  expect(box.x + box.width).toBeLessThanOrEqual(472);
});
