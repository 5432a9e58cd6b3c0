import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isIndexingDue } from '#main/search/index-writer.ts';
import { openArchiveDatabase } from '#main/store/open.ts';
import { type Figure, figure, percentile } from './figure.ts';
import { storeLibrary } from './generated-library.ts';
import { measureTyping, typedQueries } from './typing.ts';

const articles = Number(process.env['OFFPRINT_BENCH_ARTICLES'] ?? 20_000);
const machineArguments = JSON.parse(process.env['OFFPRINT_ELECTRON_ARGS'] ?? '[]') as readonly string[];
const blockLimitMs = 50;
const pollMs = 500;
/** Opening a window is no part of what is measured. */
const settleMs = 3_000;

interface MainWatch {
  longest(): number;
  stop(): void;
}

declare global {
  // A `var` is what a global of both sides is declared with.
  var mainWatch: MainWatch | undefined;
  interface Window {
    longTasks: number[];
  }
}

/** How late a timer of 5 ms comes at most, in milliseconds: what a click would have to wait for. */
const watchMain = (electron: ElectronApplication): Promise<void> =>
  electron.evaluate(() => {
    let [longest, last] = [0, performance.now()];
    const timer = setInterval(() => {
      const now = performance.now();
      longest = Math.max(longest, now - last - 5);
      last = now;
    }, 5);
    globalThis.mainWatch = { longest: () => longest, stop: () => clearInterval(timer) };
  });

const endMain = (electron: ElectronApplication): Promise<number> =>
  electron.evaluate(() => {
    globalThis.mainWatch?.stop();
    return globalThis.mainWatch?.longest() ?? Number.NaN;
  });

const watchPage = (page: Page): Promise<void> =>
  page.evaluate(() => {
    window.longTasks = [];
    const observer = new PerformanceObserver((list) =>
      window.longTasks.push(...list.getEntries().map(({ duration }) => duration)),
    );
    observer.observe({ entryTypes: ['longtask'] });
  });

interface Blocks {
  readonly mainMs: number;
  /** Zero where nothing took 50 ms or more: the engine reports no shorter tasks. */
  readonly pageMs: number;
}

async function blocksDuring(electron: ElectronApplication, page: Page, work: () => Promise<void>): Promise<Blocks> {
  await watchPage(page);
  await watchMain(electron);
  await work();
  const pageMs = await page.evaluate(() => Math.max(0, ...window.longTasks));
  return { mainMs: await endMain(electron), pageMs };
}

/** The window while the articles of a whole library are indexed behind it: somebody searches in it, and then nobody touches it. */
export async function benchResponsive(): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-bench-responsive-'));
  try {
    const writer = openArchiveDatabase(folder, 'write');
    const queries = typedQueries(storeLibrary(writer, articles));
    writer.close();
    const electron = await _electron.launch({
      executablePath: process.env['OFFPRINT_ELECTRON'] ?? '',
      args: [...machineArguments, '--log-level=3', process.cwd(), `--library=${folder}`],
    });
    const page = await electron.firstWindow();
    await page.locator('op-article-row').first().waitFor();
    await page.waitForTimeout(settleMs);
    const reader = openArchiveDatabase(folder, 'read');
    if (!isIndexingDue(reader)) throw new Error('everything was indexed before the measuring began: more articles are needed');
    let typedMs: readonly number[] = [];
    let wasIndexing = false;
    const indexing = await blocksDuring(electron, page, async () => {
      typedMs = (await measureTyping(page, queries)).searchesMs;
      wasIndexing = isIndexingDue(reader);
      while (isIndexingDue(reader)) await page.waitForTimeout(pollMs);
    });
    reader.close();
    await electron.close();
    if (!wasIndexing) process.stderr.write('responsive: indexing ended before the typing did\n');
    return [
      figure({ name: 'keystroke to painted while indexing, p95', value: percentile(typedMs, 0.95), unit: 'ms' }),
      figure({ name: 'longest block of main while indexing', value: indexing.mainMs, unit: 'ms', atMost: blockLimitMs }),
      figure({ name: 'longest block of the page while indexing', value: indexing.pageMs, unit: 'ms', atMost: blockLimitMs }),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
