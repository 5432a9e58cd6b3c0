import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { documentHtml } from '#main/export/document-html.ts';
import { fontStyles } from '#main/export/pdf/fonts.ts';
import { pageStyles } from '#main/export/pdf/page-geometry.ts';
import { defaultExportOptions } from '#preload/contract/export-types.ts';
import { type SourceArticle, sourceOf } from '#test/helpers/export-source.ts';
import { articlesToExport, fillLibraryToExport } from './export-library.ts';
import { type Figure, figure, median } from './figure.ts';
import { runMeasured } from './measured-process.ts';
import { familyMegabytes } from './process-memory.ts';

const many = 100;
const most = 1_000;
const sampleEveryMs = 200;
const machineArguments = JSON.parse(process.env['OFFPRINT_ELECTRON_ARGS'] ?? '[]') as readonly string[];
const options = defaultExportOptions('pdf');

/** Prints a file of HTML in a process of its own, from its start to its end. */
interface PlainBrowser {
  readonly name: string;
  print(html: string, pdf: string): Promise<number>;
}

function plainBrowser(folder: string): PlainBrowser {
  const chromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) => existsSync(file));
  const electron = process.env['OFFPRINT_ELECTRON'] ?? '';
  const timed = async (command: string, args: readonly string[]): Promise<number> =>
    (await runMeasured(command, args, process.env)).seconds * 1_000;
  if (chromium === undefined)
    return {
      name: 'Electron, bare',
      print: (html, pdf) => timed(electron, [...machineArguments, join(folder, 'bare'), html, pdf]),
    };
  const profile = `--user-data-dir=${join(folder, 'profile')}`;
  const switches = ['--headless', '--disable-gpu', '--no-pdf-header-footer', ...machineArguments, profile];
  return { name: 'Chromium', print: (html, pdf) => timed(chromium, [...switches, `--print-to-pdf=${pdf}`, html]) };
}

/** The least that prints: a hidden window, and the document in it as Chromium prints it by itself. */
async function writeBarePrinter(folder: string): Promise<void> {
  await mkdir(folder);
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'bare', version: '1.0.0', main: 'main.mjs' }));
  await writeFile(
    join(folder, 'main.mjs'),
    `import { app, BrowserWindow } from 'electron';
     import { writeFileSync } from 'node:fs';
     const [html, pdf] = process.argv.slice(-2);
     app.whenReady().then(async () => {
       const window = new BrowserWindow({ show: false });
       await window.loadFile(html);
       writeFileSync(pdf, await window.webContents.printToPDF({ preferCSSPageSize: true }));
       app.exit(0);
     });`,
  );
}

/** The document that we print, with the same fonts, as a file. */
async function htmlOf(articles: readonly SourceArticle[]): Promise<string> {
  const source = sourceOf(articles);
  const fonts = pathToFileURL(join(process.cwd(), 'resources', 'fonts', '/')).href;
  const numbered = articles.map(({ id }, at) => ({ ...source.read(id), number: at + 1 }));
  const document = { title: 'bench', language: 'zh-Hans', articles: numbered, volume: null, madeOn: null };
  const tools = { source, options, language: 'en', signal: new AbortController().signal, onArticle: () => undefined } as const;
  const exportStyles = await readFile(join(process.cwd(), 'main', 'export', 'export.css'), 'utf8');
  const styles = `${fontStyles(options.page.font, fonts)}${exportStyles}\n${pageStyles(options.page)}`;
  const policy = "default-src 'none'; style-src 'unsafe-inline'; font-src file:";
  return [...documentHtml(document, tools, { policy, styles, srcOf: () => null })].join('');
}

/** As a reader does it, but that no dialog is asked where the file goes. Milliseconds. */
async function exported(page: Page, ids: readonly string[], pages: number): Promise<number> {
  const input = {
    id: crypto.randomUUID(),
    selection: { kind: 'articles', ids },
    options: { ...options, articlesPerVolume: pages },
  } as const;
  const startedAtMs = performance.now();
  const answer = await page.evaluate((given) => window.offprint.call('export.run', given, crypto.randomUUID()), input);
  const elapsedMs = performance.now() - startedAtMs;
  if (!answer.ok || answer.value?.articles !== ids.length) throw new Error(`not exported: ${JSON.stringify(answer)}`);
  return elapsedMs;
}

async function launch(library: string, pdf: string): Promise<{ readonly electron: ElectronApplication; readonly page: Page }> {
  const electron = await _electron.launch({
    executablePath: process.env['OFFPRINT_ELECTRON'] ?? '',
    args: [...machineArguments, '--log-level=3', process.cwd(), `--library=${library}`],
  });
  const page = await electron.firstWindow();
  await page.locator('op-article-row').first().waitFor();
  await electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, pdf);
  return { electron, page };
}

/** Megabytes of all processes at their most while something is done. */
async function peakMegabytes(pid: number, work: () => Promise<unknown>): Promise<number | null> {
  let peak: number | null = null;
  const sample = setInterval(() => {
    const megabytes = familyMegabytes(pid);
    if (megabytes !== null) peak = Math.max(peak ?? 0, megabytes);
  }, sampleEveryMs);
  await work().finally(() => clearInterval(sample));
  return peak;
}

interface Bench {
  readonly folder: string;
  readonly page: Page;
  readonly plain: PlainBrowser;
  readonly pdf: string;
}

interface Size {
  readonly name: string;
  readonly turns: number;
  readonly ratio: number;
  readonly megabytes: number;
}

async function benchSize(articles: readonly SourceArticle[], size: Size, bench: Bench): Promise<readonly Figure[]> {
  const { folder, page, plain, pdf } = bench;
  const html = join(folder, 'plain.html');
  await writeFile(html, await htmlOf(articles));
  const ids = articles.map(({ id }) => id);
  const [ours, theirs]: [number[], number[]] = [[], []];
  // In turns, so that both meet the same load.
  for (let turn = 0; turn < size.turns; turn += 1) {
    theirs.push(await plain.print(html, join(folder, 'plain.pdf')));
    ours.push(await exported(page, ids, ids.length));
  }
  const reference = median(theirs);
  const { name, ratio, megabytes } = size;
  return [
    figure({ name: `${name}, first, against ${plain.name}`, value: ours[0] ?? Number.NaN, unit: 'ms', reference }),
    figure({ name: `${name}, against ${plain.name}`, value: median(ours), unit: 'ms', reference, atMost: ratio }),
    figure({ name: `${name}, size`, value: (await stat(pdf)).size / 1e6, unit: 'MB', atMost: megabytes }),
  ];
}

/** PDF of articles without pictures, against Chromium printing the same HTML with the same fonts in a process of its own. */
export async function benchExport(): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-bench-export-'));
  const [library, pdf] = [join(folder, 'library'), join(folder, 'ours.pdf')];
  const articles = articlesToExport(most);
  try {
    await writeBarePrinter(join(folder, 'bare'));
    fillLibraryToExport(library, articles);
    const { electron, page } = await launch(library, pdf);
    const bench = { folder, page, plain: plainBrowser(folder), pdf };
    const figures = [
      ...(await benchSize(articles.slice(0, 1), { name: 'PDF of 1 article', turns: 7, ratio: 0.25, megabytes: 0.2 }, bench)),
      ...(await benchSize(articles.slice(0, many), { name: `PDF of ${many} articles`, turns: 3, ratio: 2, megabytes: 8 }, bench)),
    ];
    const ids = articles.map(({ id }) => id);
    const peak = await peakMegabytes(electron.process().pid ?? 0, () => exported(page, ids, options.articlesPerVolume));
    if (peak !== null)
      figures.push(figure({ name: `PDF of ${most} articles, all processes`, value: peak, unit: 'MB', atMost: 1_500 }));
    await electron.close();
    return figures;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
