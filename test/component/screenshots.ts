import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './host/open-window.ts';

const folder = resolve(import.meta.dirname, '../../artifacts/window');
const shoot = async (page: Page, name: string): Promise<void> => {
  await page.waitForTimeout(400);
  await page.screenshot({ path: resolve(folder, `${name}.png`) });
};
const openFirst = async (page: Page): Promise<void> => {
  await page.locator('op-article-row').first().click();
  await expect(page.frameLocator('iframe:not([inert])').locator('h1')).toBeVisible();
};
const search = async (page: Page, text: string): Promise<void> => {
  await page.locator('op-search-field input').fill(text);
  await expect(page.locator('op-list-view .head h2')).toHaveText(text);
};

for (const colorScheme of ['light', 'dark'] as const) {
  test(`search with hits, ${colorScheme}`, async ({ openWindow }) => {
    const page = await openWindow();
    await page.emulateMedia({ colorScheme });
    await search(page, '濕地');
    await openFirst(page);
    await shoot(page, `search-${colorScheme}`);
  });
}

for (const scenario of ['english', 'traditional', 'empty', 'one', 'first', 'many']) {
  test(`library: ${scenario}`, async ({ openWindow }) => {
    const page = await openWindow({ scenario });
    await shoot(page, scenario);
    if (scenario === 'english') {
      await page.locator('op-article-row').nth(2).click();
      await shoot(page, 'english-article');
      await page.keyboard.press('ArrowDown');
      await page.locator('.opener').click();
      await shoot(page, 'settings');
    }
  });
}

test('states', async ({ openWindow }) => {
  const page = await openWindow();
  await page.getByRole('treeitem', { name: '书签' }).click();
  await shoot(page, 'no-bookmarks');
  await search(page, '候鸟湿地银行');
  await shoot(page, 'no-hits');
  await page.locator('op-search-field input').fill('');
  await page.evaluate(() =>
    window.fake.fail('sync.run', {
      code: 'tls-failed',
      message: 'certificate has expired',
      details: { host: 'git.example.org' },
    }),
  );
  await page.getByRole('button', { name: '立即同步' }).click();
  await shoot(page, 'sync-failed');
  await page.evaluate(() =>
    window.fake.fail('articles.list', { code: 'library-damaged', message: 'database disk image is malformed' }),
  );
  await page.getByRole('treeitem', { name: '科技' }).click();
  await shoot(page, 'list-failed');
  await page.getByRole('button', { name: '添加归档' }).click();
  await page.evaluate(() =>
    window.fake.fail('archives.add', { code: 'host-not-found', message: 'ENOTFOUND', details: { host: 'gti.example.org' } }),
  );
  await page.getByLabel('地址或文件夹').fill('https://gti.example.org/news.git');
  await page.keyboard.press('Enter');
  await shoot(page, 'add-archive-failed');
});

test('sync and outside link', async ({ openWindow }) => {
  const page = await openWindow();
  await openFirst(page);
  await page.evaluate(() => window.fake.hold('sync.run'));
  await page.keyboard.press('F5');
  await page.evaluate(() =>
    window.fake.emit('sync.progress', {
      stage: 'fetching',
      archive: 'morning',
      done: 9_120,
      total: 23_900,
      bytesDown: 14_200_000,
    }),
  );
  await shoot(page, 'sync-running');
  await page.evaluate(() => window.fake.release('sync.run'));
  await page.evaluate(() => window.fake.emit('article.linkFollowed', { url: 'https://аррӏе.example/look?from=article' }));
  await shoot(page, 'outside-link');
  await page.keyboard.press('Escape');
  await page.evaluate(() =>
    window.fake.emit('article.linkFollowed', { url: 'https://git.example.org/owner/basic/blob/master/README.md' }),
  );
  await shoot(page, 'outside-link-repository');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '目录' }).click();
  await shoot(page, 'outline');
});

for (const [width, height] of [
  [860, 700],
  [480, 760],
] as const) {
  test(`width ${width}`, async ({ openWindow }) => {
    const page = await openWindow({ width, height });
    await shoot(page, `width-${width}-list`);
    await openFirst(page);
    await shoot(page, `width-${width}-article`);
    if (width === 480) await page.getByRole('button', { name: '返回列表' }).click();
    await page.getByRole('button', { name: '显示文库' }).click();
    await shoot(page, `width-${width}-library`);
  });
}

for (const [colorScheme, width] of [
  ['light', 1360],
  ['dark', 480],
] as const) {
  test(`places, ${colorScheme}, width ${width}`, async ({ openWindow }) => {
    const page = await openWindow({ width });
    await page.emulateMedia({ colorScheme });
    if (width < 1360) await page.getByRole('button', { name: '显示文库' }).click();
    const entry = async (name: string): Promise<void> => {
      await page.getByRole('treeitem', { name: '江海周报' }).click({ button: 'right' });
      if (name === '来源位置…') await shoot(page, `archive-menu-${colorScheme}`);
      await page.getByRole('menuitem', { name }).click();
    };
    await entry('来源位置…');
    await shoot(page, `archive-places-${colorScheme}`);
    await page.keyboard.press('Escape');
    await page.evaluate(() => window.fake.hold('archives.share'));
    await entry('存成文件分享…');
    await page.evaluate(() => window.fake.emit('archive.shareProgress', { done: 120, total: 418 }));
    await shoot(page, `sharing-${colorScheme}`);
    await page.evaluate(() => window.fake.release('archives.share'));
    await shoot(page, `shared-${colorScheme}`);
    await page.keyboard.press('Escape');
    const mirrors = ['https://mirror.example.org/a/rather/long/address/of/the/same/archive.git'];
    await page.evaluate(
      (offered) => window.fake.emit('archive.offered', { origin: 'https://git.example.org/news', mirrors: offered }),
      mirrors,
    );
    await shoot(page, `archive-offered-${colorScheme}`);
    await page.keyboard.press('Escape');
    if (width < 1360) return;
    await openFirst(page);
    await page.getByRole('button', { name: '早先版本' }).click();
    await shoot(page, 'earlier-versions');
  });
}

const suggestions = [
  { kind: 'recent', text: '湿地保护', marks: [[0, 2]], query: '湿地保护', articleId: null },
  { kind: 'saved', text: '湿地与候鸟，2021 年以后', marks: [[0, 2]], query: '湿地 候鸟 after:2021', articleId: null },
  { kind: 'source', text: '湿地周刊', marks: [[0, 2]], query: 'source:"湿地周刊"', articleId: null },
  { kind: 'topic', text: '湿地保护', marks: [[0, 2]], query: 'topic:"湿地保护"', articleId: null },
  {
    kind: 'title',
    text: '一份三十年前的湿地地图，和它错在哪里',
    marks: [[7, 2]],
    query: '湿地',
    articleId: 'morning:pages/3.md',
  },
] as const;

for (const [scenario, colorScheme, width] of [
  ['typical', 'light', 1360],
  ['typical', 'dark', 1360],
  ['traditional', 'light', 480],
  ['english', 'dark', 480],
] as const) {
  test(`searching: ${scenario}, ${colorScheme}, width ${width}`, async ({ openWindow }) => {
    const page = await openWindow({ scenario, width });
    const name = (part: string): string => `searching-${part}-${scenario}-${colorScheme}-${width}`;
    await page.emulateMedia({ colorScheme });
    await page.evaluate(
      (saved) => window.fake.answer('search.saved', saved),
      [
        { id: 'a', name: '候鸟 after:2021', query: '候鸟 after:2021', total: 64, isTotalExact: true },
        { id: 'b', name: '河口', query: '濕地', total: 1_000, isTotalExact: false },
      ],
    );
    await page.keyboard.press('Control+k');
    await page.keyboard.press('ArrowDown');
    await shoot(page, name('recent'));
    await page.evaluate((offered) => window.fake.answer('search.suggest', offered), suggestions);
    await page.locator('op-search-field input').fill('湿地');
    await page.keyboard.press('ArrowDown');
    await shoot(page, name('suggestions'));
    await page.keyboard.press('Escape');
    await search(page, '濕地');
    await page.keyboard.press('Escape');
    await page.locator('op-facets .opener').first().click();
    await shoot(page, name('facets'));
    await page.keyboard.press('Escape');
    await page.locator('.save').click();
    await shoot(page, name('save'));
    await page.keyboard.press('Enter');
    await openFirst(page);
    await page.keyboard.press('F3');
    await shoot(page, name('marks'));
    await page.keyboard.press('Control+f');
    await page.keyboard.type('鸟');
    await shoot(page, name('find'));
    await page.keyboard.type('鲸');
    await shoot(page, name('find-none'));
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await page.locator('op-search-field .option').last().click();
    await shoot(page, name('syntax'));
  });
}
