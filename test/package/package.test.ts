import { expect, type Page, test } from '@playwright/test';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { wantedFuses, wrongFuses } from '#scripts/package/fuses.mjs';
import { problemsOf } from '#scripts/package/listing.mjs';
import { startGitServer } from '#test/helpers/git-server.ts';
import { article, rows, search } from '../e2e/application.ts';
import { createNewsArchive } from '../e2e/news-archive.ts';
import { openWindow, packageFolder, type Place, placePackage, type Run, runCommand } from './packaged.ts';

let place: Place;
let run: Run | undefined;

test.beforeAll(() => {
  place = placePackage();
});
test.afterEach(async () => {
  await run?.close();
  run = undefined;
});
test.afterAll(() => place.remove());

const program = (): string => join(place.programFolder, 'offprint');
const libraryDir = (name: string): string => join(place.home, `文库 ${name}`);

async function open(name: string): Promise<Page> {
  run = await openWindow({ program: program(), home: place.home, args: [`--library=${libraryDir(name)}`] });
  return run.page;
}

test('a reader without rights starts it from a read-only folder, syncs, and has everything with no network', async () => {
  const archive = await createNewsArchive();
  const server = await startGitServer(archive.folder);
  let page = await open('one');
  await test.step('the first start shows the handbook', async () => {
    await expect(page.getByRole('treeitem', { name: /Handbook/ })).toBeVisible();
    await expect(article(page).getByRole('heading', { level: 1 })).toHaveText('Welcome');
  });
  await test.step('an archive is added and synced', async () => {
    await page.getByRole('button', { name: 'Add archive' }).click();
    await page.getByRole('dialog').getByLabel('Address or folder').fill(server.urlOf('news.git'));
    await page.getByRole('dialog').getByRole('button', { name: 'Add and sync' }).click();
    await expect(page.locator('op-status-view')).toContainText(/\d+ new/, { timeout: 60_000 });
  });
  await run?.close();
  await server.close();
  await archive.remove();
  page = await open('one');
  await test.step('all of it is there after the origin is gone: lists, search, an article', async () => {
    await page.getByRole('treeitem', { name: /^news/ }).first().click();
    await expect(rows(page).first()).toBeVisible();
    await rows(page).first().click();
    await expect(article(page).getByRole('heading', { level: 1 })).not.toBeEmpty();
    await search(page, '自然');
  });
  await run?.close();
  await test.step('what was found becomes a PDF, in the fonts that come with the package', async () => {
    const file = join(place.home, '导出.pdf');
    const args = ['export', '--search', '自然', '--library', libraryDir('one'), '-o', file];
    expect(await runCommand({ program: program(), home: place.home, args })).toMatchObject({ code: 0 });
    const pdf = readFileSync(file);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.length).toBeGreaterThan(20_000);
  });
});

test('an older version refuses the library of a newer one, and touches nothing of it', async () => {
  const older = await open('newer');
  await expect(older.getByRole('treeitem', { name: /Handbook/ })).toBeVisible();
  await run?.close();
  const files = ['archive.db', 'reader.db'].map((file) => join(libraryDir('newer'), file));
  for (const file of files) {
    const db = new Database(file);
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.pragma('user_version = 9999');
    db.close();
  }
  const before = files.map(digest);
  const page = await open('newer');
  await expect(page.getByText('The library was written by a newer Offprint').first()).toBeVisible();
  await run?.close();
  run = undefined;
  expect(files.map(digest)).toEqual(before);
});

test('every fuse is as it must be', async () => {
  expect(await wrongFuses(program(), wantedFuses(false))).toEqual([]);
});

test('neither environment nor arguments turn it into something else', async () => {
  const trap = join(place.home, 'trap.cjs');
  const sprung = join(place.home, 'sprung');
  writeFileSync(trap, `require('node:fs').writeFileSync(${JSON.stringify(sprung)}, '');`, { mode: 0o644 });
  const wish = { program: program(), home: place.home, args: ['archives', '--library', libraryDir('one')] };
  const plain = await runCommand(wish);
  expect(plain).toMatchObject({ code: 0 });
  expect(await runCommand({ ...wish, env: { ELECTRON_RUN_AS_NODE: '1' } })).toEqual(plain);
  await runCommand({ ...wish, env: { NODE_OPTIONS: `--require=${trap}` } });
  expect(existsSync(sprung)).toBe(false);
  for (const argument of ['--inspect=0', '--inspect-brk=0'])
    expect((await runCommand({ ...wish, args: [argument, ...wish.args] })).printed).not.toContain('Debugger listening');
});

test('it holds what it needs and nothing else, and is not large', async () => {
  expect(await problemsOf(join(packageFolder(), 'resources'))).toEqual([]);
  expect(readdirSync(join(packageFolder(), 'locales')).toSorted()).toEqual(['en-US.pak', 'zh-CN.pak', 'zh-TW.pak']);
  const electron = process.env['OFFPRINT_PACKAGE_ELECTRON'] ?? '';
  const trimmed = sizeOf(electron) - sizeOf(join(electron, 'locales')) + sizeOf(join(packageFolder(), 'locales'));
  const addedMegabytes = (sizeOf(packageFolder()) - trimmed) / 2 ** 20;
  process.stdout.write(
    `  package: ${Math.round(sizeOf(packageFolder()) / 2 ** 20)} MB, ${addedMegabytes.toFixed(1)} MB more than its Electron\n`,
  );
  expect(addedMegabytes).toBeLessThanOrEqual(45);
});

function digest(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((bytes, { parentPath, name }) => bytes + statSync(join(parentPath, name)).size, 0);
}
