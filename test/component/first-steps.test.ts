import { expect, test } from './host/open-window.ts';

test('a library with the handbook alone offers the ways in, and the language at once', async ({ openWindow }) => {
  const page = await openWindow({ scenario: 'first' });
  const steps = page.getByRole('region', { name: '取来第一个归档' });
  await steps.getByRole('button', { name: '填写地址…' }).press('Enter');
  const adding = page.getByRole('dialog', { name: '添加归档' });
  await expect(adding).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(steps.getByRole('button', { name: '填写地址…' })).toBeFocused();

  await page.evaluate(() => window.fake.answer('archives.choosePlace', { origin: '/media/stick/news.bundle' }));
  await steps.getByRole('button', { name: '从文件…' }).click();
  await expect(adding.getByLabel('地址或文件夹')).toHaveValue('/media/stick/news.bundle');
  await page.keyboard.press('Escape');

  await steps.getByRole('button', { name: '先设网络…' }).click();
  await expect(page.getByRole('dialog', { name: '网络' })).toBeVisible();
  await page.keyboard.press('Escape');

  await steps.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('region', { name: 'Bring your first archive' })).toBeVisible();
});

test('a library with an archive does not', async ({ openWindow }) => {
  const page = await openWindow({ scenario: 'typical' });
  await expect(page.locator('op-article-row').first()).toBeVisible();
  await expect(page.locator('op-first-steps')).toHaveCount(0);
});

test('a running sync tells its speed and the time that is left', async ({ openWindow }) => {
  const page = await openWindow();
  await page.evaluate(() => window.fake.hold('sync.run'));
  await page.getByRole('button', { name: '立即同步' }).click();
  const line = page.locator('op-status-line');
  const tell = (done: number): Promise<void> =>
    page.evaluate(
      (count) =>
        window.fake.emit('sync.progress', {
          stage: 'fetching',
          archive: 'morning',
          done: count,
          total: 100_000,
          bytesDown: count * 4_000,
        }),
      done,
    );
  let done = 0;
  await expect
    .poll(async () => {
      await tell((done += 10));
      return line.locator('.stage').textContent();
    })
    .toMatch(/\/秒 · 约剩 [\d,]+\s?(?:分钟|小时)/u);
});
