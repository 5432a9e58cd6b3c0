import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { holdBackLooks } from '#test/e2e/application.ts';
import { type Figure, figure, median, percentile } from './figure.ts';
import { familyMegabytes } from './process-memory.ts';
import { timeToSelector, writeEmptyApplication } from './start.ts';
import { fillLibrary, opened, pathOf } from './window-library.ts';
import { type Fling, installStopwatches } from './window-stopwatch.ts';

const many = Number(process.env['OFFPRINT_BENCH_ARTICLES'] ?? 200_000);
const few = 100;
const turns = 5;
const flings = 6;
const articlesRead = 500;
const articlesTimed = 60;
const switches = 60;
/** Nobody reads so fast; a reader who rests gives the engine the time to tidy up in which it would for a real one. */
const readMs = 60;
const restMs = 2_000;
/** A frame that a reader sees as a jerk. */
const jerkMs = 50;
/** What an application does after it has started is no part of what is measured. */
const settleMs = 4_000;
const machineArguments = JSON.parse(process.env['OFFPRINT_ELECTRON_ARGS'] ?? '[]') as readonly string[];

interface Places {
  readonly empty: string;
  readonly few: string;
  readonly many: string;
}

const launch = (args: readonly string[]): Promise<ElectronApplication> =>
  _electron.launch({
    executablePath: process.env['OFFPRINT_ELECTRON'] ?? '',
    args: [...machineArguments, '--log-level=3', ...args],
  });

/** In turns, so that all meet the same load. */
async function benchStarts({ empty, few: small, many: large }: Places): Promise<readonly Figure[]> {
  const timesMs = { empty: [] as number[], few: [] as number[], many: [] as number[] };
  const start = (folder: string): Promise<number> => timeToSelector([process.cwd(), `--library=${folder}`], 'op-article-row');
  // The first time an application brings its handbook.
  await start(small);
  await start(large);
  for (let turn = 0; turn < turns; turn += 1) {
    timesMs.empty.push(await timeToSelector([empty], 'p'));
    timesMs.few.push(await start(small));
    timesMs.many.push(await start(large));
  }
  const reference = median(timesMs.empty);
  return [
    figure({ name: `start to usable list, ${few} articles`, value: median(timesMs.few), unit: 'ms', reference, atMost: 1.5 }),
    figure({ name: `start to usable list, ${many} articles`, value: median(timesMs.many), unit: 'ms', reference, atMost: 1.5 }),
    figure({
      name: `start, ${many} articles against ${few}`,
      value: median(timesMs.many),
      unit: 'ms',
      reference: median(timesMs.few),
      atMost: 1.1,
    }),
  ];
}

/** The row after the one that is open is always in the document. */
async function openRow(page: Page, place: number): Promise<number> {
  const row = page.locator(`op-article-list [aria-posinset="${place}"]`);
  const [elapsedMs] = await Promise.all([
    page.evaluate((path) => window.windowBench.article(path), pathOf(place - 1)),
    row.click(),
  ]);
  return elapsedMs;
}

async function benchOpening(page: Page): Promise<readonly Figure[]> {
  // The first article of a window brings the frame's process with it.
  await page.locator('op-article-list [aria-posinset="1"]').click();
  await page.frameLocator('op-article-frame iframe:not([inert])').locator('h1').waitFor();
  const [hugeMs, medianMs]: [number[], number[]] = [[], []];
  for (let place = 2; place <= opened.huge; place += 1) hugeMs.push(await openRow(page, place));
  for (let place = 1; place <= articlesTimed; place += 1) medianMs.push(await openRow(page, opened.huge + place));
  return [
    figure({ name: 'click to painted, median page, p50', value: median(medianMs), unit: 'ms' }),
    figure({ name: 'click to painted, median page, p95', value: percentile(medianMs, 0.95), unit: 'ms', atMost: 60 }),
    figure({ name: 'click to painted, page of 2 MB, p95', value: percentile(hugeMs, 0.95), unit: 'ms', atMost: 200 }),
  ];
}

async function benchSwitching(page: Page): Promise<readonly Figure[]> {
  const nodes = page.locator('op-library-tree [role="treeitem"]');
  const timesMs: number[] = [];
  const names = await nodes.locator('.label').allTextContents();
  const places = names.flatMap((name, place) => (/^section/iu.test(name) || place === 0 ? [place] : []));
  for (let turn = 0; turn < switches; turn += 1) {
    const place = places[turn % places.length] ?? 0;
    const heading = names[place]?.trim() ?? '';
    const [elapsedMs] = await Promise.all([
      page.evaluate((text) => window.windowBench.list(text), heading),
      nodes.nth(place).locator('.label').click(),
    ]);
    timesMs.push(elapsedMs);
  }
  await nodes.first().locator('.label').click();
  return [
    figure({ name: 'section switch, p50', value: median(timesMs), unit: 'ms' }),
    figure({ name: 'section switch, p95', value: percentile(timesMs, 0.95), unit: 'ms', atMost: 50 }),
  ];
}

async function benchFlings(page: Page): Promise<readonly Figure[]> {
  const all: Fling[] = [];
  for (let turn = 0; turn < flings; turn += 1) all.push(await page.evaluate(() => window.windowBench.fling()));
  const framesMs = all.flatMap((fling) => fling.framesMs);
  const sum = (valueOf: (fling: Fling) => number): number => all.reduce((total, fling) => total + valueOf(fling), 0);
  return [
    figure({ name: 'frames of a fling, p95', value: percentile(framesMs, 0.95), unit: 'ms' }),
    figure({ name: 'frames of a fling, longest', value: Math.max(...framesMs), unit: 'ms' }),
    figure({
      name: `frames over ${jerkMs} ms, of ${framesMs.length}`,
      value: framesMs.filter((elapsedMs) => elapsedMs > jerkMs).length,
      unit: 'frames',
      atMost: 0,
    }),
    figure({ name: 'blank rows at rest', value: sum((fling) => fling.blanksAtRest), unit: 'rows' }),
    figure({ name: 'blank rows 150 ms after', value: sum((fling) => fling.blanksLater), unit: 'rows', atMost: 0 }),
  ];
}

async function memoryOfEmptyWindow(folder: string): Promise<number | null> {
  const electron = await launch([folder]);
  const page = await electron.firstWindow();
  await page.waitForTimeout(settleMs);
  const megabytes = familyMegabytes(electron.process().pid ?? 0);
  await electron.close();
  return megabytes;
}

/** Megabytes after each tenth of the reading, one article after the other by its key. */
async function readOn(electron: ElectronApplication, page: Page): Promise<readonly number[]> {
  const samples: number[] = [];
  for (let read = 1; read <= articlesRead; read += 1) {
    const before = await page.locator('op-article-frame iframe:not([inert])').getAttribute('src');
    await page.keyboard.press('Alt+ArrowDown');
    await page.waitForFunction(
      (source) => {
        const view = document.querySelector('op-app')?.shadowRoot?.querySelector('op-article-view')?.shadowRoot;
        const frames = view?.querySelector('op-article-frame')?.shadowRoot?.querySelectorAll('iframe');
        return frames?.length === 1 && frames[0]?.getAttribute('src') !== source;
      },
      before,
      { polling: 'raf' },
    );
    await page.waitForTimeout(readMs);
    if (read % (articlesRead / 10) !== 0) continue;
    await page.waitForTimeout(restMs);
    samples.push(familyMegabytes(electron.process().pid ?? 0) ?? Number.NaN);
  }
  return samples;
}

/** By the least squares, over the second half: what has to be warm is warm by then. */
function slopeOf(samples: readonly number[]): number {
  const late = samples.slice(Math.floor(samples.length / 2));
  const middle = (late.length - 1) / 2;
  const mean = late.reduce((sum, value) => sum + value, 0) / late.length;
  const rise = late.reduce((sum, value, at) => sum + (at - middle) * (value - mean), 0);
  return rise / late.reduce((sum, _, at) => sum + (at - middle) ** 2, 0);
}

async function benchReading(electron: ElectronApplication, page: Page, emptyMegabytes: number): Promise<readonly Figure[]> {
  const samples = await readOn(electron, page);
  process.stderr.write(`window: megabytes after each tenth: ${samples.map(Math.round).join(' ')}\n`);
  const perHundred = slopeOf(samples) * (1_000 / articlesRead);
  return [
    figure({ name: 'empty window, all processes', value: emptyMegabytes, unit: 'MB' }),
    figure({
      name: `after ${articlesRead} articles, above the empty window`,
      value: (samples.at(-1) ?? Number.NaN) - emptyMegabytes,
      unit: 'MB',
      atMost: 150,
    }),
    figure({ name: 'growth over each 100 articles, second half', value: perHundred, unit: 'MB', atMost: 2 }),
  ];
}

async function benchScripts(): Promise<Figure> {
  const folder = join(process.cwd(), 'dist', 'renderer', 'assets');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.js'));
  const sizes = await Promise.all(names.map(async (name) => gzipSync(await readFile(join(folder, name))).length));
  const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1_000;
  return figure({ name: 'JavaScript of the window, compressed', value: kilobytes, unit: 'kB', atMost: 400 });
}

async function benchUse({ empty, many: large }: Places): Promise<readonly Figure[]> {
  const emptyMegabytes = await memoryOfEmptyWindow(empty);
  const electron = await launch([process.cwd(), `--library=${large}`]);
  const page = await electron.firstWindow();
  await page.locator('op-article-row').first().waitFor();
  await holdBackLooks(electron);
  await page.waitForTimeout(settleMs);
  await installStopwatches(page);
  const figures = [...(await benchOpening(page)), ...(await benchSwitching(page)), ...(await benchFlings(page))];
  if (emptyMegabytes !== null) {
    await page.locator('op-article-list').evaluate((list) => (list.scrollTop = 0));
    await page.locator(`op-article-list [aria-posinset="${opened.huge}"]`).click();
    figures.push(...(await benchReading(electron, page, emptyMegabytes)));
  }
  await electron.close();
  return figures;
}

/** The window as a reader meets it, against an empty window of the same Electron in the same run. */
export async function benchWindow(): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-bench-window-'));
  const places: Places = { empty: join(folder, 'empty'), few: join(folder, 'few'), many: join(folder, 'many') };
  try {
    await writeEmptyApplication(places.empty);
    fillLibrary(places.few, few);
    fillLibrary(places.many, many);
    return [await benchScripts(), ...(await benchStarts(places)), ...(await benchUse(places))];
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
