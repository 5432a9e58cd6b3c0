import { _electron, type Page } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mergeIndex } from '#main/search/index-writer.ts';
import { openArchiveDatabase } from '#main/store/open.ts';
import { makeRandom, pick } from '#test/helpers/generated-text.ts';
import { type Figure, figure, percentile } from './figure.ts';
import { type GeneratedLibrary, generateLibrary } from './generated-library.ts';

const articles = Number(process.env['OFFPRINT_BENCH_ARTICLES'] ?? 20_000);
const machineArguments = JSON.parse(process.env['OFFPRINT_ELECTRON_ARGS'] ?? '[]') as readonly string[];
/** A quick typist; what the window asks for in the pauses between two keystrokes is in the figures. */
const pauseMs = 120;
const limitMs = 80;
const mergeSlices = 16;
const pagesPerMergeSlice = 500;

interface Stopwatch {
  /** The next keystroke is to end in rows, or in none, for this text. */
  start(text: string): void;
  readonly painted: Promise<number>;
}

declare global {
  interface Window {
    stopwatch: Stopwatch;
  }
}

/** From the keystroke, as the engine stamped it, to the frame that shows what it found: painted, not only rendered. */
function installStopwatch(): void {
  const isShown = (text: string): boolean => {
    const view = document.querySelector('op-app')?.shadowRoot?.querySelector('op-list-view')?.shadowRoot;
    if (view?.querySelector('h2')?.textContent?.trim() !== text) return false;
    return view.querySelector('op-article-list[aria-busy="false"], op-empty-state') !== null;
  };
  const afterPaint = (act: () => void): void => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', act);
    port1.start();
    port2.postMessage(null);
  };
  window.stopwatch = {
    painted: Promise.resolve(0),
    start(text) {
      const painted = new Promise<number>((resolve) => {
        const watch = ({ timeStamp }: Event): void => {
          const look = (): void => {
            if (isShown(text)) afterPaint(() => resolve(performance.now() - timeStamp));
            else requestAnimationFrame(look);
          };
          requestAnimationFrame(look);
        };
        window.addEventListener('beforeinput', watch, { capture: true, once: true });
      });
      Object.assign(this, { painted });
    },
  };
}

/** As a reader types them, one character after the other: common and rare words, pairs of words, and Latin script. */
export function typedQueries({ prose }: Pick<GeneratedLibrary, 'prose'>): readonly string[] {
  const random = makeRandom(90);
  const common = prose.words.filter((word) => word.length === 2).slice(0, 40);
  const any = (): string => pick(random, prose.words);
  const phrases = Array.from({ length: 10 }, () => `${pick(random, common)} ${any()}`);
  return [...common.slice(0, 10), ...Array.from({ length: 10 }, any), ...phrases, 'harbour', 'covid', '的一国'];
}

interface Times {
  readonly searchesMs: readonly number[];
  /** Of a blank behind the words: nothing is searched anew, the window only shows it. */
  readonly blanksMs: readonly number[];
}

async function typeAndWait(page: Page, character: string, typed: string): Promise<number> {
  await page.waitForTimeout(pauseMs);
  await page.evaluate((text) => window.stopwatch.start(text), typed.trim());
  await page.keyboard.insertText(character);
  return page.evaluate(() => window.stopwatch.painted);
}

export async function measureTyping(page: Page, queries: readonly string[]): Promise<Times> {
  const [searchesMs, blanksMs]: [number[], number[]] = [[], []];
  await page.evaluate(installStopwatch);
  const field = page.locator('op-search-field input');
  for (const query of queries) {
    await field.fill('');
    let typed = '';
    for (const character of `${query} `) {
      typed += character;
      const elapsedMs = await typeAndWait(page, character, typed);
      (character === ' ' ? blanksMs : searchesMs).push(elapsedMs);
    }
  }
  return { searchesMs, blanksMs };
}

/** In the real window, over a generated library: what a reader waits after each keystroke. */
export async function benchTyping(): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-bench-typing-'));
  try {
    const writer = openArchiveDatabase(folder, 'write');
    const library = generateLibrary(writer, articles);
    for (let slice = 0; slice < mergeSlices && mergeIndex(writer, pagesPerMergeSlice); slice += 1);
    writer.close();
    const electron = await _electron.launch({
      executablePath: process.env['OFFPRINT_ELECTRON'] ?? '',
      args: [...machineArguments, '--log-level=3', process.cwd(), `--library=${folder}`],
    });
    const page = await electron.firstWindow();
    await page.locator('op-article-row').first().waitFor();
    const { searchesMs, blanksMs } = await measureTyping(page, typedQueries(library));
    await electron.close();
    const reference = percentile(blanksMs, 0.5);
    return [
      figure({ name: 'keystroke to painted results, p50', value: percentile(searchesMs, 0.5), unit: 'ms', reference }),
      figure({ name: 'keystroke to painted results, p95', value: percentile(searchesMs, 0.95), unit: 'ms', atMost: limitMs }),
      figure({ name: 'keystroke to painted results, worst', value: Math.max(...searchesMs), unit: 'ms' }),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
