import { expect, test } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGitRepository } from '#test/helpers/git-repository.ts';
import { startGitServer } from '#test/helpers/git-server.ts';
import { drawPng } from '#test/helpers/picture-bytes.ts';
import { sendPicture, startPictureServer } from '#test/helpers/picture-server.ts';
import { type Application, article, makeLibraryDir, openApplication, rows } from './application.ts';

const lines = Array.from({ length: 40 }, (_unused, at) => `Line ${at} about the river and its herons.`).join('\n\n');

test('pictures and notes of an article open over the window, and the reader comes back to where they stand', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-viewing-'));
  const library = await makeLibraryDir();
  const web = await startPictureServer({
    '/heron.png': sendPicture(drawPng(640, 400)),
    '/river.png': sendPicture(drawPng(320, 500)),
  });
  const text = [
    '# Heron',
    'The heron waits[^wait] and walks [2].',
    lines,
    `![A heron](${web.urlOf('/heron.png')})`,
    `[![Linked](${web.urlOf('/river.png')})](https://example.org/)`,
    `![Gone](${web.urlOf('/gone.png')})`,
    `![A river](${web.urlOf('/river.png')})`,
    lines,
    '[^wait]: It can stand for **an hour**, see [the count](https://birds.example/count).',
    '[2] Four steps a minute.',
  ].join('\n\n');
  createGitRepository(join(folder, 'birds.git')).commit({ 'heron.md': text });
  const git = await startGitServer(folder);
  const application = await openApplication(library.dir, { isPlaceFollowed: true });
  try {
    await addArchive(application, git.urlOf('birds.git'));
    await rows(application.page).first().click();
    await lookAtNotes(application);
    await lookAtPictures(application);
  } finally {
    await application.close();
    await git.close();
    await web.close();
    await library.remove();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
});

async function lookAtPictures({ page }: Application): Promise<void> {
  const link = article(page).getByRole('link', { name: 'A heron (Open the picture)' });
  const dialog = page.getByRole('dialog', { name: 'Pictures of the article' });
  const scrolled = (): Promise<number> => article(page).evaluate(() => scrollY);
  await expect(article(page).getByRole('link', { name: /Open the picture/u })).toHaveCount(2);
  await link.click();
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole('status')).toHaveText('1 of 3');
  await expect.poll(() => dialog.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(640);
  const place = await scrolled();
  expect(place).toBeGreaterThan(0);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(dialog.getByRole('status')).toHaveText('3 of 3');
  await expect(dialog.getByRole('img', { name: 'A river' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  expect(await scrolled()).toBe(place);
  // The focus is in the frame again, on the very picture.
  await expect.poll(() => article(page).evaluate(() => document.activeElement?.getAttribute('aria-label'))).toContain('A heron');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('status')).toHaveText('1 of 3');
  await page.mouse.click(4, 400);
  await expect(dialog).toBeHidden();
}

async function lookAtNotes({ page }: Application): Promise<void> {
  const [mark, other] = [article(page).getByRole('link', { name: 'wait' }), article(page).getByRole('link', { name: '[2]' })];
  const note = page.getByRole('dialog', { name: 'Note wait' });
  await mark.click();
  await expect(note).toContainText('It can stand for an hour, see the count.');
  const [markBox, noteBox] = [await mark.boundingBox(), await note.boundingBox()];
  expect(noteBox?.y).toBeGreaterThan(markBox?.y ?? Infinity);
  expect(noteBox?.y).toBeLessThan((markBox?.y ?? 0) + 60);
  await page.keyboard.press('Escape');
  await expect(note).toBeHidden();
  // The focus is in the frame again, on the very mark.
  await expect.poll(() => article(page).evaluate(() => document.activeElement?.textContent)).toBe('wait');
  await page.keyboard.press('Enter');
  await expect(note).toBeVisible();
  await note.getByRole('button', { name: 'Go to the note' }).click();
  await expect(note).toBeHidden();
  await expect(article(page).getByText('wait. It can stand for an hour')).toBeInViewport();
  await other.click();
  await expect(page.getByRole('dialog', { name: 'Note 2' })).toContainText('Four steps a minute.');
  // A press in the article closes it.
  await article(page).getByRole('heading', { name: 'Heron' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
}

async function addArchive({ page }: Application, address: string): Promise<void> {
  await page.getByRole('button', { name: 'Add archive' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Address or folder').fill(address);
  await dialog.getByRole('button', { name: 'Add and sync' }).click();
  await expect(page.locator('op-status-view')).toContainText(/\d+ new/u, { timeout: 60_000 });
}
