import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, test as base, expect } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';
import type { FakeControl } from './fake-bridge.ts';

const root = resolve(import.meta.dirname, '../../..');

/** Where the built window and its host are, outside of what is shipped. */
export const builtFolder = resolve(root, '.cache/component-test');

declare global {
  interface Window {
    readonly fake: FakeControl;
  }
}

export interface WindowOptions {
  readonly scenario?: string;
  readonly width?: number;
  readonly height?: number;
  /** Of the page, as a reader enlarges it; 1 for none. */
  readonly zoom?: number;
  /** 'stretched': see `buildWindow`. */
  readonly words?: 'catalogue' | 'stretched';
}

interface Fixtures {
  /** The whole window in real Electron over a fake main side; closed when the test is done. */
  readonly openWindow: (options?: WindowOptions) => Promise<Page>;
}

const launch = async (
  profile: string,
  { scenario = 'typical', width = 1360, height = 860, zoom = 1, words = 'catalogue' }: WindowOptions,
): Promise<ElectronApplication> => {
  const executablePath = process.env['OFFPRINT_ELECTRON'];
  if (!executablePath) throw new Error('OFFPRINT_ELECTRON must be the path of an Electron binary');
  const isRoot = process.getuid?.() === 0;
  return _electron.launch({
    executablePath,
    args: [
      builtFolder,
      `--user-data-dir=${profile}`,
      '--log-level=3',
      '--force-device-scale-factor=1',
      ...(isRoot ? ['--no-sandbox'] : []),
    ],
    env: {
      ...process.env,
      OFFPRINT_TEST_SCENARIO: scenario,
      OFFPRINT_TEST_WIDTH: String(width),
      OFFPRINT_TEST_HEIGHT: String(height),
      OFFPRINT_TEST_ZOOM: String(zoom),
      OFFPRINT_TEST_WINDOW: words === 'stretched' ? 'window-stretched' : 'window',
      OFFPRINT_ARTICLE_STYLES: resolve(root, 'main/read'),
    },
    timeout: 30_000,
  });
};

export const test = base.extend<Fixtures>({
  openWindow: async ({ browserName: _unused }, use) => {
    const opened: (() => Promise<void>)[] = [];
    await use(async (options = {}) => {
      const profile = await mkdtemp(join(tmpdir(), 'offprint-window-'));
      const application = await launch(profile, options);
      const faults: string[] = [];
      opened.push(async () => {
        await application.close();
        await rm(profile, { recursive: true, force: true });
        expect(faults, 'faults on the console').toEqual([]);
      });
      const page = await application.firstWindow();
      page.on('console', (message) => void (message.type() === 'error' && faults.push(message.text())));
      page.on('pageerror', (error) => void faults.push(error.message));
      await page.locator('op-app').waitFor();
      return page;
    });
    for (const close of opened) await close();
  },
});

export { expect } from '@playwright/test';
