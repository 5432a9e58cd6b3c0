import { _electron, type ElectronApplication, expect, type Page } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

export interface Application {
  readonly electron: ElectronApplication;
  readonly page: Page;
  close(): Promise<void>;
}

/** The Electron that `npm test` has found; without it the test says so instead of guessing. */
export function electronPath(): string {
  const path = process.env['OFFPRINT_ELECTRON'];
  if (!path) throw new Error('OFFPRINT_ELECTRON is not set: run the tests with `npm test`');
  return path;
}

/** Switches this machine needs (no sandbox for root, a display), found out by the same script that found Electron. */
export function machineArguments(): readonly string[] {
  return JSON.parse(process.env['OFFPRINT_ELECTRON_ARGS'] ?? '[]') as readonly string[];
}

interface Opening {
  readonly extraArguments?: readonly string[];
  /** The application looks into its frames for the reader's place: the test is about that. */
  readonly isPlaceFollowed?: boolean;
}

/** Starts the real application, in English, on a library folder; returns when its page is loaded. */
export async function openApplication(
  libraryDir: string,
  { extraArguments = [], isPlaceFollowed = false }: Opening = {},
): Promise<Application> {
  const electron = await _electron.launch({
    executablePath: electronPath(),
    args: [...machineArguments(), '--log-level=3', '--lang=en-US', projectRoot, `--library=${libraryDir}`, ...extraArguments],
    env: { ...process.env, LANG: 'en_US.UTF-8', LANGUAGE: 'en', LC_ALL: 'en_US.UTF-8' },
    timeout: 30_000,
  });
  const page = await electron.firstWindow();
  await page.waitForLoadState('domcontentloaded');
  if (!isPlaceFollowed) await holdBackLooks(electron);
  return { electron, page, close: () => electron.close() };
}

/**
 * Application and Playwright look into frames through the same protocol, and a frame that comes while one looks is hidden from the
 * other. The application finds its way in closed, and looks at nothing.
 */
export async function holdBackLooks(electron: ElectronApplication): Promise<void> {
  await electron.evaluate(({ BrowserWindow }) => {
    const refuse = (): void => {
      throw new Error('held back by the test');
    };
    for (const { webContents } of BrowserWindow.getAllWindows()) webContents.debugger.attach = refuse;
  });
}

export async function makeLibraryDir(): Promise<{ readonly dir: string; remove(): Promise<void> }> {
  const dir = await mkdtemp(join(tmpdir(), 'offprint-e2e-'));
  return { dir, remove: () => rm(dir, { recursive: true, force: true, maxRetries: 3 }) };
}

/** The rows of the list that are in the document. */
export const rows = (page: Page) => page.locator('op-article-row');

/** What the article frame shows; for a moment a second frame may wait behind it until it is loaded. */
export const article = (page: Page) => page.frameLocator('iframe:not([inert])').locator('article');

/** The document that can be read, to be evaluated in; the one before it may still be there for a moment. */
export const articleRoot = (page: Page) => page.frameLocator('iframe:not([inert])').locator(':root');

export async function search(page: Page, query: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Search all articles' }).fill(query);
  await expect(page.getByRole('heading', { level: 2 })).toContainText(query);
  await expect(page.locator('op-list-view').getByText(/\d articles?$/)).toBeVisible();
  // The suggestions lie over the first results.
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listbox', { name: 'Suggestions' })).toBeHidden();
}
