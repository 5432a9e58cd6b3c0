import type { Page } from '@playwright/test';
import type { SearchSuggestion } from '#preload/contract/search-types.ts';
import { expect, test } from './host/open-window.ts';

const offered: readonly SearchSuggestion[] = [
  { kind: 'recent', text: '湿地保护', marks: [[0, 2]], query: '湿地保护', articleId: null },
  { kind: 'source', text: '湿地报', marks: [[0, 2]], query: 'source:"湿地报"', articleId: null },
  { kind: 'title', text: '一份三十年前的湿地地图', marks: [[7, 2]], query: '湿地', articleId: 'morning:pages/3.md' },
];
const field = (page: Page) => page.getByRole('combobox', { name: '搜索全部文章' });
const list = (page: Page) => page.getByRole('listbox', { name: '搜索建议' });
const asked = (page: Page, wanted: string): Promise<readonly unknown[]> =>
  page.evaluate(
    (name) =>
      window.fake
        .calls()
        .filter((call) => call.name === name)
        .map((call) => call.input),
    wanted,
  );
const openOffered = async (page: Page): Promise<void> => {
  await page.evaluate((answer) => window.fake.answer('search.suggest', answer), offered);
  await field(page).fill('湿地');
  await expect(list(page).getByRole('option')).toHaveCount(3);
};

test('the empty field shows recent searches; one is removed, then all of them', async ({ openWindow }) => {
  const page = await openWindow();
  await page.keyboard.press('Control+k');
  await expect(field(page)).toHaveAttribute('aria-expanded', 'true');
  await expect(list(page).getByRole('option')).toHaveText(['候鸟 after:2021', '湿地保护', '清除搜索历史', '更精确的搜法']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Delete');
  await expect(list(page).getByRole('option')).toHaveText(['湿地保护', '清除搜索历史', '更精确的搜法']);
  await page.getByRole('option', { name: '清除搜索历史' }).click();
  expect(await asked(page, 'search.forget')).toEqual([{ query: '候鸟 after:2021' }, { query: null }]);
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(list(page).getByRole('option')).toHaveText(['更精确的搜法']);
});

test('arrow keys go through the suggestions and back to what was typed; the field keeps the focus', async ({ openWindow }) => {
  const page = await openWindow();
  await openOffered(page);
  await expect(field(page)).not.toHaveAttribute('aria-activedescendant');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const active = list(page).getByRole('option', { selected: true });
  await expect(active).toContainText('湿地报');
  await expect(field(page)).toHaveAttribute('aria-activedescendant', (await active.getAttribute('id')) ?? '');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(list(page).getByRole('option', { selected: true })).toHaveCount(0);
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveValue('湿地');
});

test('Enter on a suggestion searches for it, and remembers it', async ({ openWindow }) => {
  const page = await openWindow();
  await openOffered(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(field(page)).toHaveValue('source:"湿地报"');
  await expect(list(page)).toBeHidden();
  expect(await asked(page, 'search.remember')).toEqual([{ query: 'source:"湿地报"' }]);
});

test('a title that is chosen opens the article, with what was typed marked in it', async ({ openWindow }) => {
  const page = await openWindow();
  await openOffered(page);
  await list(page).getByRole('option', { name: /地图/u }).click();
  await expect(page.locator('iframe:not([inert])')).toHaveAttribute(
    'src',
    /3\.md\?language=zh-Hans&find=%E6%B9%BF%E5%9C%B0#match-1$/u,
  );
  await expect(list(page)).toBeHidden();
});

test('Esc closes the suggestions first and empties the field only then; Enter goes to the results', async ({ openWindow }) => {
  const page = await openWindow();
  await openOffered(page);
  await page.keyboard.press('Escape');
  await expect(list(page)).toBeHidden();
  await expect(field(page)).toHaveValue('湿地');
  await page.keyboard.press('Enter');
  await expect(page.locator('op-article-row').first()).toBeFocused();
  expect(await asked(page, 'search.remember')).toEqual([{ query: '湿地' }]);
  await field(page).focus();
  await page.keyboard.press('Escape');
  await expect(field(page)).toHaveValue('');
  await expect(list(page)).toBeHidden();
});

test('the list is out of the way while an input method composes, and the Enter that ends it chooses nothing', async ({
  openWindow,
}) => {
  const page = await openWindow();
  await page.keyboard.press('Control+k');
  await expect(list(page)).toBeVisible();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Input.imeSetComposition', { text: 'shi', selectionStart: 3, selectionEnd: 3 });
  await expect(list(page)).toBeHidden();
  const before = (await asked(page, 'search.suggest')).length;
  for (const key of ['ArrowDown', 'Enter']) {
    const isLetThrough = await field(page).evaluate(
      (input, name) =>
        input.dispatchEvent(
          new KeyboardEvent('keydown', { key: name, isComposing: true, bubbles: true, composed: true, cancelable: true }),
        ),
      key,
    );
    expect(isLetThrough).toBe(true);
  }
  expect((await asked(page, 'search.suggest')).length).toBe(before);
  expect(await asked(page, 'search.remember')).toEqual([]);
  await page.evaluate((answer) => window.fake.answer('search.suggest', answer), offered);
  await devtools.send('Input.insertText', { text: '湿地' });
  await expect(list(page).getByRole('option')).toHaveCount(3);
  await expect(list(page).getByRole('option', { selected: true })).toHaveCount(0);
});

test('how to search more exactly is told in the language of the reader, and an example can be tried', async ({ openWindow }) => {
  const page = await openWindow({ scenario: 'english' });
  await page.keyboard.press('Control+k');
  await page.getByRole('option', { name: 'How to search more exactly' }).click();
  const help = page.getByRole('menu', { name: 'How to search more exactly' });
  await expect(help.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(help).toBeHidden();
  await expect(page.locator('op-list-view .head h2')).toHaveText('"stone bridge"');
});
