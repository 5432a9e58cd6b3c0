import type { Locator, Page } from '@playwright/test';
import { contrastFaults, faults } from './host/axe.ts';
import { expect, test } from './host/open-window.ts';

const rows = (page: Page): Locator => page.locator('op-article-row');
const editor = (page: Page): Locator => page.locator('op-tag-editor dialog');
const field = (page: Page): Locator => editor(page).getByRole('combobox');
const chips = (page: Page): Locator => page.locator('op-tag-editor .chips .name');
const offers = (page: Page): Locator => editor(page).getByRole('option');
const lines = (page: Page): Locator => page.locator('op-library-tree .node.tag');
const add = async (page: Page, ...names: readonly string[]): Promise<void> => {
  for (const name of names) {
    await field(page).fill(name);
    await page.keyboard.press('Enter');
    await expect(page.locator('op-tag-editor').getByTitle(name, { exact: true }).first()).toBeVisible();
  }
};

test('by keyboard alone: T opens, Enter adds, Backspace removes the last, Escape gives the focus back', async ({
  openWindow,
}) => {
  const page = await openWindow({ scenario: 'english' });
  await rows(page).nth(2).focus();
  await page.keyboard.press('t');
  await expect(field(page)).toBeFocused();
  await expect(editor(page)).toContainText('No tags yet.');
  await page.keyboard.type('Wetland');
  await page.keyboard.press('Enter');
  await expect(chips(page)).toHaveText(['Wetland']);
  await page.keyboard.type('later');
  await page.keyboard.press('Enter');
  await expect(chips(page)).toHaveText(['Wetland', 'later']);
  await page.keyboard.press('Backspace');
  await expect(chips(page)).toHaveText(['Wetland']);
  await expect(editor(page).getByRole('status')).toHaveText('Removed later.');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(chips(page)).toHaveCount(0);
  await expect(field(page)).toBeFocused();
  await add(page, 'river');
  await page.keyboard.press('Escape');
  await expect(editor(page)).toBeHidden();
  await expect(rows(page).nth(2)).toBeFocused();
  await expect(lines(page)).toHaveText(/river\s*1/u);
});

test('known tags are offered while one is typed, taken with the arrows, and not offered where they are set', async ({
  openWindow,
}) => {
  const page = await openWindow({ scenario: 'english' });
  await rows(page).nth(1).focus();
  await page.keyboard.press('t');
  await add(page, '湿地保护', 'read later', 'later');
  await page.keyboard.press('Escape');
  await rows(page).nth(3).focus();
  await page.keyboard.press('t');
  await field(page).fill('LATER');
  await expect(offers(page)).toHaveText(['later', 'read later']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(field(page)).toHaveAttribute('aria-activedescendant', 'offer-1');
  await expect(offers(page).nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(chips(page)).toHaveText(['read later']);
  await field(page).fill('late');
  await expect(offers(page)).toHaveText(['later', 'New tag “late”']);
  await offers(page).first().click();
  await expect(chips(page)).toHaveText(['read later', 'later']);
  await expect(field(page)).toBeFocused();
});

test('the Enter and the Backspace of an input method are its own', async ({ openWindow }) => {
  const page = await openWindow();
  await rows(page).nth(1).focus();
  await page.keyboard.press('t');
  await add(page, '湿地');
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: 'hou', selectionStart: 3, selectionEnd: 3 });
  for (const key of ['Enter', 'Backspace'])
    await field(page).evaluate(
      (input, name) => input.dispatchEvent(new KeyboardEvent('keydown', { key: name, isComposing: true, bubbles: true })),
      key,
    );
  await expect(chips(page)).toHaveText(['湿地']);
  await session.send('Input.insertText', { text: '候鸟' });
  await page.keyboard.press('Enter');
  await expect(chips(page)).toHaveText(['湿地', '候鸟']);
});

test('of several articles it says which tags only some of them have', async ({ openWindow }) => {
  const page = await openWindow({ scenario: 'english' });
  await rows(page).nth(1).focus();
  await page.keyboard.press('t');
  await add(page, 'one');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.locator('op-selection-bar').getByRole('button', { name: 'Tags…' }).click();
  await expect(editor(page).getByRole('heading')).toHaveText('Tags of 3 articles');
  await expect(editor(page).getByRole('listitem')).toContainText(['1 of 3']);
  await add(page, 'all');
  await page.keyboard.press('Escape');
  await expect(lines(page)).toHaveText([/one\s*1/u, /all\s*3/u]);
});

test('a tag is renamed, made one with another after a warning, and deleted after a question', async ({ openWindow }) => {
  const page = await openWindow({ scenario: 'english' });
  await rows(page).nth(1).focus();
  await page.keyboard.press('t');
  await add(page, 'birds', 'herons');
  await page.keyboard.press('Escape');
  await lines(page).first().click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Rename…' }).click();
  const dialog = page.locator('op-tag-name-dialog dialog');
  await expect(dialog.getByRole('textbox')).toHaveValue('birds');
  await dialog.getByRole('textbox').fill('Herons');
  await expect(dialog.getByRole('status')).toContainText('“herons”');
  await dialog.getByRole('textbox').fill('waders');
  await expect(dialog.getByRole('status')).toHaveText('');
  await page.keyboard.press('Enter');
  await expect(lines(page)).toHaveText([/herons\s*1/u, /waders\s*1/u]);
  await lines(page).first().click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Delete…' }).click();
  await expect(page.getByRole('alertdialog')).toContainText('One article loses this tag.');
  await page.getByRole('button', { name: 'Delete tag' }).click();
  await expect(lines(page)).toHaveText([/waders\s*1/u]);
});

test('the list of a tag is chosen in the library', async ({ openWindow }) => {
  const page = await openWindow();
  await rows(page).nth(1).focus();
  await page.keyboard.press('t');
  await add(page, '湿地');
  await page.keyboard.press('Escape');
  await lines(page).click();
  await expect(page.locator('op-list-view .head h2')).toHaveText('湿地');
  await expect(lines(page)).toHaveAttribute('aria-selected', 'true');
  const scopes = await page.evaluate(() =>
    window.fake.calls().flatMap((one) => (one.name === 'articles.list' ? [one.input] : [])),
  );
  expect(scopes.at(-1)).toMatchObject({ scope: { kind: 'tag', name: '湿地' } });
});

for (const theme of ['light', 'dark'] as const) {
  test(`the editor has no fault of accessibility, ${theme}`, async ({ openWindow }) => {
    const page = await openWindow();
    await page.emulateMedia({ colorScheme: theme });
    await rows(page).nth(1).focus();
    await page.keyboard.press('t');
    await add(page, '湿地保护', '候鸟');
    await page.keyboard.press('Escape');
    await rows(page).nth(2).focus();
    await page.keyboard.press('t');
    await add(page, '长江');
    await field(page).fill('湿');
    await page.keyboard.press('ArrowDown');
    expect(await faults(page)).toEqual([]);
    expect(await contrastFaults(page)).toEqual([]);
  });
}
