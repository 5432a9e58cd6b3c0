import { Marked } from 'marked';
import { parse as parseDocument, parseFragment } from 'parse5';
import { parsePage } from '#main/parse/parse-page.ts';
import { faultOf, mutatedPages } from '#test/unit/parse/mutate-page.ts';
import { type Figure, figure, median } from './figure.ts';
import { type BenchPage, fallbackDay, fixturePages, largePages, mirrorPages, weeklyPages } from './parse-pages.ts';
import { busyPages } from './parse-seeds.ts';

const pagesASecond = 1_000;
const limitMs = 250;
const turns = 5;
const mutations = 10_000;

/** How fast pages are read, against the libraries it is done with, in the same process; and the longest that any page takes. */
export async function benchParse(): Promise<readonly Figure[]> {
  return [
    ...ordinaryPages('mirror pages', mirrorPages(400)),
    ...ordinaryPages('weekly pages', weeklyPages(100, 22_000)),
    ...Object.entries(largePages()).flatMap(([name, page]) => largePageFigures(name, page)),
    busiestPage(),
    ...(await damagedPages()),
  ];
}

function read({ path, text }: BenchPage): void {
  const result = parsePage({ path, bytes: Buffer.from(text), fallbackDay });
  if (!result.ok) throw new Error(`${path}: ${result.message}`);
}

/** What the work would take if Markdown only had to be rendered and markup only to become a tree: nothing cleaned, nothing read off. */
function readBare({ path, text }: BenchPage): void {
  if (path.endsWith('.html')) parseDocument(text);
  else parseFragment(path.startsWith('pages/') ? text : new Marked().parse(text, { async: false }));
}

/** Time of a processor, or of the clock if that is less: the one counts helping threads, the other waiting for a busy machine. */
function elapsedMs(work: () => void): number {
  const startedAtMs = performance.now();
  const startedCpu = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(startedCpu);
  return Math.min(performance.now() - startedAtMs, (user + system) / 1_000);
}

/** Median of the turns, after one that counts for nothing. */
function usualMs(work: () => void): number {
  work();
  return median(Array.from({ length: turns }, () => elapsedMs(work)));
}

function ordinaryPages(name: string, pages: readonly BenchPage[]): Figure[] {
  const kilobytes = median(pages.map(({ text }) => Buffer.byteLength(text))) / 1_000;
  const ms = usualMs(() => pages.forEach(read)) / pages.length;
  const bareMs = usualMs(() => pages.forEach(readBare)) / pages.length;
  const named = `${name} of ${kilobytes.toFixed(1)} kB`;
  return [
    figure({ name: `${named}, pages/s/core`, value: 1_000 / ms, unit: '/s', atLeast: pagesASecond }),
    figure({ name: `${named}, against libraries alone`, value: ms, unit: 'ms', reference: bareMs }),
  ];
}

function largePageFigures(name: string, page: BenchPage): Figure[] {
  const ms = usualMs(() => read(page));
  const reference = usualMs(() => readBare(page));
  return [
    figure({ name: `2 MB, ${name}`, value: ms, unit: 'ms', atMost: limitMs }),
    figure({ name: `2 MB, ${name}, against libraries alone`, value: ms, unit: 'ms', reference }),
  ];
}

function busiestPage(): Figure {
  let worst = { name: '', ms: 0 };
  for (const [name, text] of busyPages()) {
    const page = { path: 'notes/a.md', text };
    const ms = Math.min(
      elapsedMs(() => read(page)),
      elapsedMs(() => read(page)),
    );
    if (ms > worst.ms) worst = { name, ms };
  }
  return figure({ name: `made to be slow, worst (${worst.name})`, value: worst.ms, unit: 'ms', atMost: limitMs });
}

async function damagedPages(): Promise<Figure[]> {
  let faults = 0;
  let worstMs = 0;
  for (const page of mutatedPages(await fixturePages(), mutations, 1)) {
    worstMs = Math.max(
      worstMs,
      elapsedMs(() => parsePage(page)),
    );
    const fault = faultOf(page);
    if (fault === null) continue;
    faults++;
    process.stderr.write(`parse: ${page.path}: ${fault}\n`);
  }
  return [
    figure({ name: `${mutations} damaged pages, faults`, value: faults, unit: 'pages', atMost: 0 }),
    figure({ name: `${mutations} damaged pages, worst`, value: worstMs, unit: 'ms', atMost: limitMs }),
  ];
}
