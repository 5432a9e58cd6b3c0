import { expect, type Page, test } from '@playwright/test';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultExportOptions, exportFormats } from '#preload/contract/export-types.ts';
import { type Application, article, openApplication, rows, search } from '#test/e2e/application.ts';
import { hostileDocument, vectorCount } from './hostile-page.ts';
import { outgoingEvents } from './net-log.ts';
import { hasNetworkOfOurOwn, type NetworkRecord, readNetwork, since } from './network-record.ts';
import { showInPlainElectron } from './plain-electron.ts';
import { makeQuietLibrary } from './quiet-library.ts';

const idleMs = 60_000;
const showingMs = 8_000;
const pages = 200;
const nothing = { names: [], contacts: [], packets: 0 };
const noNetwork = 'no network namespace here: this takes Linux with iproute2, and root or user namespaces';

/** The figures, for whoever reads the run. */
const print = (line: string): void => void process.stdout.write(`${line}\n`);

test('the hostile page holds at least 45 ways to talk', () => {
  expect(vectorCount).toBeGreaterThanOrEqual(45);
});

test.describe('in a network where every packet is counted', () => {
  test.skip(!hasNetworkOfOurOwn, noNetwork);

  test('a plain Electron is seen to leak', async () => {
    const before = readNetwork();
    await showInPlainElectron(hostileDocument('plain'), showingMs);
    const { names, packets } = since(before);
    print(`without protection: ${names.length} names, ${packets} packets`);
    expect(names.length).toBeGreaterThan(25);
  });

  test('the application says nothing to anybody but while it syncs', async () => {
    test.setTimeout(600_000);
    const library = await makeQuietLibrary(pages);
    const before = readNetwork();
    const application = await openApplication(library.dir);
    try {
      for (const [name, act] of quietActs) {
        await test.step(name, async () => {
          await act(application);
          expect(since(before), name).toEqual(nothing);
        });
      }
      await test.step('a sync is seen, and leads nowhere but to its origin', () => syncIsSeen(application.page, before));
    } finally {
      await application.close();
      await library.remove();
    }
    expect(since(before).names).toEqual(['archive.leak.example']);
  });
});

test("Chromium's own log of its network is empty, and is not where nothing is done", async () => {
  test.setTimeout(180_000);
  const folder = await mkdtemp(join(tmpdir(), 'offprint-net-log-'));
  const library = await makeQuietLibrary(3);
  try {
    const ours = join(folder, 'ours.json');
    const application = await openApplication(library.dir, { extraArguments: [`--log-net-log=${ours}`] });
    await showWithoutSanitising(application);
    await application.close();
    expect(outgoingEvents(ours)).toEqual([]);
    const plain = join(folder, 'plain.json');
    // Nothing is asked for outside this computer here either.
    const nowhere = ['--host-resolver-rules=MAP * 127.0.0.1', `--log-net-log=${plain}`];
    await showInPlainElectron(hostileDocument('logged'), showingMs, nowhere);
    const seen = outgoingEvents(plain);
    print(`log of the network without protection: ${seen.length} events`);
    expect(seen.length).toBeGreaterThan(25);
  } finally {
    await library.remove();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
});

type Act = (application: Application) => Promise<void>;

const quietActs: readonly (readonly [string, Act])[] = [
  [`${pages} pages opened`, ({ page }) => openPages(page)],
  ['pages as published', ({ page }) => showOriginals(page)],
  ['search', ({ page }) => searchForWords(page)],
  ['hover, select, copy, a link followed and its address copied', handleArticle],
  ['print', printArticle],
  ['export to each format, and what is printed of it', exportArticle],
  ['the hostile page with scripts, unsanitised, with no policy', showWithoutSanitising],
  [`${idleMs / 1_000} s in which nobody does anything`, ({ page }) => page.waitForTimeout(idleMs)],
];

async function openPages(page: Page): Promise<void> {
  await page
    .getByRole('treeitem', { name: /^quiet/u })
    .first()
    .click();
  await rows(page).first().click();
  await expect(article(page).getByRole('heading', { level: 1 })).toContainText('Quiet page');
  const seen = new Set<string>();
  for (let opened = 1; opened < pages; opened += 1) {
    const before = (await page.locator('iframe:not([inert])').getAttribute('src')) ?? '';
    seen.add(before);
    await page.locator('op-list-view').press('j');
    await expect(page.locator('iframe:not([inert])')).not.toHaveAttribute('src', before);
    await expect(article(page).getByRole('heading', { level: 1 })).toContainText('Quiet page');
  }
  expect(seen.size).toBe(pages - 1);
}

async function showOriginals(page: Page): Promise<void> {
  await page.keyboard.press('Control+u');
  await expect(page.locator('iframe:not([inert])')).toHaveAttribute('src', /&original$/u);
  await expect(article(page)).toContainText('river watch');
  await page.keyboard.press('Control+u');
  await expect(page.locator('iframe:not([inert])')).not.toHaveAttribute('src', /&original$/u);
}

async function searchForWords(page: Page): Promise<void> {
  await search(page, 'river watch');
  await rows(page).first().click();
  await expect(article(page).locator('mark').first()).toBeVisible();
}

async function handleArticle({ electron, page }: Application): Promise<void> {
  const link = article(page).getByRole('link', { name: 'a link' });
  await link.hover();
  await electron.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    contents?.selectAll();
    contents?.copy();
  });
  await link.click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toContainText('.example');
  await dialog.getByText('Copy link').click();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
}

/** To a printer where there is one, and to a file. */
async function printArticle({ electron }: Application): Promise<void> {
  const bytes = await electron.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (!contents) return 0;
    await new Promise<void>((resolve) => {
      setTimeout(resolve, 5_000);
      contents.print({ silent: true }, () => resolve());
    });
    return (await contents.printToPDF({})).length;
  });
  expect(bytes).toBeGreaterThan(1_000);
}

/** Files are written, opened by nobody. */
async function exportArticle({ electron, page }: Application): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-leaks-export-'));
  try {
    const { value } = (await page.evaluate(() =>
      window.offprint.call('articles.list', { scope: { kind: 'all' }, offset: 0, limit: 3 }, 'export-list'),
    )) as { readonly value: { readonly rows: readonly { readonly id: string }[] } };
    const ids = value.rows.map(({ id }) => id);
    await electron.evaluate(({ shell }) => {
      shell.openPath = () => Promise.resolve('');
    });
    for (const format of exportFormats) {
      const file = join(folder, `all-${format}`);
      await electron.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
      }, file);
      const input = { id: format, selection: { kind: 'articles' as const, ids }, options: defaultExportOptions(format) };
      const answers = await page.evaluate(
        async (given) => [
          await window.offprint.call('export.run', given, `export-${given.options.format}`),
          ...(given.options.format === 'pdf' ? [await window.offprint.call('export.print', given, 'export-print')] : []),
        ],
        input,
      );
      expect(answers.map(({ ok }) => ok)).toEqual(answers.map(() => true));
    }
    expect((await readdir(folder)).length).toBeGreaterThanOrEqual(exportFormats.length);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** What no wall but the last would be left to hold: a page with all its scripts and no policy in a window of the application. */
async function showWithoutSanitising({ electron }: Application): Promise<void> {
  const title = await electron.evaluate(
    async ({ BrowserWindow, protocol }, { html, milliseconds }) => {
      protocol.unhandle('offprint-article');
      protocol.handle('offprint-article', () => new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } }));
      const window = new BrowserWindow({ show: true, width: 600, height: 400 });
      // The page tries to lead away at once.
      await window.loadURL('offprint-article://library/hostile').catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      const shown = window.webContents.getTitle();
      window.destroy();
      return shown;
    },
    { html: hostileDocument('raw'), milliseconds: showingMs },
  );
  expect(title).toBe('hostile');
}

/** The same eyes that saw nothing until now. */
async function syncIsSeen(page: Page, before: NetworkRecord): Promise<void> {
  await page.evaluate(async () => {
    const origin = 'http://archive.leak.example/news.git';
    const added = await window.offprint.call('archives.add', { origin }, 'leak-1');
    if (added.ok) await window.offprint.call('sync.run', { archiveIds: [added.value.id] }, 'leak-2');
  });
  const { names, contacts } = since(before);
  expect(names).toEqual(['archive.leak.example']);
  expect(contacts.some((contact) => contact.includes('archive.leak.example'))).toBe(true);
  expect(contacts.filter((contact) => contact.startsWith('request') && !contact.includes('archive.leak.example'))).toEqual([]);
}
