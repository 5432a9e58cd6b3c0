import { expect, test } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPicturesDatabase } from '#main/store/open.ts';
import { createGitRepository } from '#test/helpers/git-repository.ts';
import { startGitServer } from '#test/helpers/git-server.ts';
import { drawPng, samplePicture } from '#test/helpers/picture-bytes.ts';
import { sendPicture, startPictureServer } from '#test/helpers/picture-server.ts';
import { type Application, makeLibraryDir, openApplication } from './application.ts';

let folder: string;
let application: Application | undefined;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-pictures-'));
});

test.afterEach(async () => {
  await application?.close();
  application = undefined;
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
});

/** Wide and damaged: its header is right, its pixels are not. */
function damagedPng(): Buffer {
  const bytes = drawPng(1_500, 10);
  return bytes.fill(0, 60, 90);
}

test('pictures are drawn no wider than the reader wants; what is narrow or damaged stays as it came', async () => {
  const pictures = { '/wide.png': drawPng(2_000, 1_000), '/narrow.gif': samplePicture('gif'), '/damaged.png': damagedPng() };
  const web = await startPictureServer(
    Object.fromEntries(Object.entries(pictures).map(([path, bytes]) => [path, sendPicture(bytes)])),
  );
  const library = await makeLibraryDir();
  const shown = Object.keys(pictures).map((path) => `![A heron](${web.urlOf(path)})`);
  const page = ['# Heron', ...shown, 'Words about a heron.'].join('\n\n');
  createGitRepository(join(folder, 'birds.git')).commit({ 'heron.md': page });
  const git = await startGitServer(folder);
  try {
    application = await openApplication(library.dir);
    await choosePictureWidth(application, '800');
    await addArchive(application, git.urlOf('birds.git'));
    const stored = openPicturesDatabase(library.dir, 'read');
    const sizes = stored.all('SELECT type, width, height FROM picture ORDER BY width');
    stored.close();
    expect(sizes).toEqual([
      { type: 'gif', width: 12, height: 9 },
      { type: 'webp', width: 800, height: 400 },
      { type: 'png', width: 1_500, height: 10 },
    ]);
  } finally {
    await git.close();
    await web.close();
    await library.remove();
  }
});

async function choosePictureWidth({ page }: Application, width: string): Promise<void> {
  await page.keyboard.press('Control+,');
  await page.getByRole('combobox', { name: 'Widest picture' }).selectOption(width);
  await page.keyboard.press('Escape');
}

async function addArchive({ page }: Application, address: string): Promise<void> {
  await page.getByRole('button', { name: 'Add archive' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Address or folder').fill(address);
  await dialog.getByRole('button', { name: 'Add and sync' }).click();
  await expect(page.locator('op-status-view')).toContainText(/\d+ new/u, { timeout: 60_000 });
}
