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

interface MainBlocks {
  /** How late a timer came at most: what a click would have to wait for. */
  readonly longestMs: number;
  /** The most processor time that the thread had between two of them: what of it is our doing. Null where the system does not tell. */
  readonly ownMs: number | null;
}

interface MainWatch {
  longest(): MainBlocks;
  stop(): void;
}

declare global {
  // A `var` is what a global of both sides is declared with.
  var mainWatch: MainWatch | undefined;
  interface Window {
    longTasks: number[];
  }
}

const watchMain = (electron: ElectronApplication): Promise<void> =>
  electron.evaluate(() => {
    const { readFileSync } = process.getBuiltinModule('fs');
    // Of the main thread; in nanoseconds.
    const usedMs = (): number | null => {
      try {
        return Number(readFileSync('/proc/self/schedstat', 'utf8').split(' ')[0]) / 1e6;
      } catch {
        return null;
      }
    };
    let [longestMs, last, usedBefore] = [0, performance.now(), usedMs()];
    let ownMs = usedBefore === null ? null : 0;
    const timer = setInterval(() => {
      const [now, used] = [performance.now(), usedMs()];
      longestMs = Math.max(longestMs, now - last - 5);
      if (ownMs !== null && used !== null && usedBefore !== null) ownMs = Math.max(ownMs, used - usedBefore);
      [last, usedBefore] = [now, used];
    }, 5);
    globalThis.mainWatch = { longest: () => ({ longestMs, ownMs }), stop: () => clearInterval(timer) };
  });

const endMain = (electron: ElectronApplication): Promise<MainBlocks> =>
  electron.evaluate(() => {
    globalThis.mainWatch?.stop();
    return globalThis.mainWatch?.longest() ?? { longestMs: Number.NaN, ownMs: null };
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
  readonly main: MainBlocks;
  /** Zero where nothing took 50 ms or more: the engine reports no shorter tasks. */
  readonly pageMs: number;
}

async function blocksDuring(electron: ElectronApplication, page: Page, work: () => Promise<void>): Promise<Blocks> {
  await watchPage(page);
  await watchMain(electron);
  await work();
  const pageMs = await page.evaluate(() => Math.max(0, ...window.longTasks));
  return { main: await endMain(electron), pageMs };
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
    const { longestMs, ownMs } = indexing.main;
    return [
      figure({ name: 'keystroke to painted while indexing, p95', value: percentile(typedMs, 0.95), unit: 'ms' }),
      figure({ name: 'longest block of main while indexing', value: longestMs, unit: 'ms', atMost: blockLimitMs }),
      ...(ownMs === null
        ? []
        : [figure({ name: 'most processor time of main at one stretch', value: ownMs, unit: 'ms', atMost: blockLimitMs })]),
      figure({ name: 'longest block of the page while indexing', value: indexing.pageMs, unit: 'ms', atMost: blockLimitMs }),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
