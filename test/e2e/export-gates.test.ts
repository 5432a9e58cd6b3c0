import { expect, test } from '@playwright/test';
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { exportPages } from '#test/helpers/export-pages.ts';
import { createGitRepository } from '#test/helpers/git-repository.ts';
import { startGitServer } from '#test/helpers/git-server.ts';
import {
  flat,
  fontsOf,
  imagesOf,
  infoOf,
  orderSimilarity,
  outlineOf,
  pageTexts,
  type PdfOutline,
  urlsOf,
  wordBoxes,
} from '#test/helpers/pdf-report.ts';
import { drawPng } from '#test/helpers/picture-bytes.ts';
import { sendPicture, startPictureServer } from '#test/helpers/picture-server.ts';
import { electronPath, machineArguments } from './application.ts';

const projectRoot = fileURLToPath(new URL('../..', import.meta.url));
const hasPoppler = spawnSync('pdffonts', ['-v']).status !== null;
const headless = process.platform === 'linux' ? ['--ozone-platform=headless', '--disable-gpu', '--log-level=3'] : [];
const articles = 100;
/** Of the width of A4, as the usual margins are. */
const marginShare = 0.1;
const leastSimilarity = 0.999;
/** Closing punctuation may hang in the margin. */
const hangingPoints = 14;

interface Stored {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly html: string;
}

let folder: string;
let pdf: string;
/** In the order of the document. */
let stored: readonly Stored[];
let outline: PdfOutline;
let texts: Readonly<Record<'drawn' | 'read', readonly string[]>>;

/** The command as the package has it, without a display. */
async function run(...words: readonly string[]): Promise<string> {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
  const noSandbox = machineArguments().filter((word) => word === '--no-sandbox');
  const all = [...headless, ...noSandbox, projectRoot, '--library', path.join(folder, 'library'), ...words];
  const { stdout } = await promisify(execFile)(electronPath(), all, {
    env: { ...env, LANG: 'en_US.UTF-8' },
    timeout: 60_000,
    maxBuffer: 2 ** 28,
  });
  return stdout;
}

/** The text of an article's own pages: from its heading to that of the next. */
function printedOf(number: number, order: 'drawn' | 'read'): string {
  const [start, end] = [outline.headings[number + 1], outline.headings[number + 2]];
  return flat(texts[order].slice(start, end).join('\n'));
}

test.describe('a PDF of a hundred articles', () => {
  test.skip(!hasPoppler, 'poppler-utils are not here');

  test.beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'export-gates-'));
    const handlers = { '/wide.png': sendPicture(drawPng(1_600, 500)), '/tall.png': sendPicture(drawPng(300, 1_800)) };
    const web = await startPictureServer(handlers);
    const git = await startGitServer(folder);
    const pages = exportPages(articles, (number) => web.urlOf(number % 20 === 0 ? '/tall.png' : '/wide.png'));
    try {
      createGitRepository(path.join(folder, 'harbour.git')).commit(pages);
      // Pictures of a private host are asked for only where the archive itself comes from there.
      await run('add', git.urlOf('harbour.git'));
      await run('pictures', 'harbour', 'all');
      await run('sync');
    } finally {
      await git.close();
      await web.close();
    }
    const dumped = (await run('dump', 'harbour')).split('\n').filter(Boolean);
    const byId = new Map(dumped.map((line) => JSON.parse(line) as Stored).map((article) => [article.id, article]));
    const ids = Object.keys(pages).map((page) => `harbour:${page}`);
    stored = ids.flatMap((id) => byId.get(id) ?? []);
    pdf = path.join(folder, 'all.pdf');
    await run('export', ...ids, '--no-header', '--no-footer', '--title', '百篇', '-o', pdf);
    outline = await outlineOf(pdf);
    texts = { drawn: pageTexts(pdf, 'drawn'), read: pageTexts(pdf, 'read') };
  });

  test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('has every font embedded with its Unicode, and no drawings for characters', () => {
    const fonts = fontsOf(pdf);
    expect(fonts.length).toBeGreaterThan(5);
    expect(fonts.filter(({ isType3, isEmbedded, hasUnicode }) => isType3 || !isEmbedded || !hasUnicode)).toEqual([]);
  });

  test('has each article’s text, no character missing and in its order', () => {
    expect(stored).toHaveLength(articles);
    const [wrong, similarities]: [string[], number[]] = [[], []];
    stored.forEach(({ id, title, text }, at) => {
      const [wanted, printed] = [flat(`${title}${text}`), printedOf(at + 1, 'drawn')];
      const counts = new Map<string, number>();
      for (const character of printed) counts.set(character, (counts.get(character) ?? 0) + 1);
      const missing = Array.from(wanted).filter((character) => {
        const left = (counts.get(character) ?? 0) - 1;
        counts.set(character, left);
        return left < 0;
      });
      if (missing.length > 0) wrong.push(`${id}: ${missing.join('')}`);
      const similarity = orderSimilarity(wanted, printed);
      similarities.push(similarity < leastSimilarity ? orderSimilarity(wanted, printedOf(at + 1, 'read')) : similarity);
    });
    expect(wrong).toEqual([]);
    expect(Math.min(...similarities)).toBeGreaterThanOrEqual(leastSimilarity);
  });

  test('says what it is, is tagged, and tells nothing of the program', () => {
    const info = infoOf(pdf);
    expect(info).toMatch(/^Title:\s+百篇$/mu);
    expect(info).toMatch(/^Tagged:\s+yes$/mu);
    expect(info).toMatch(/^Page size:.*A4/mu);
    expect(info).not.toMatch(/^(?:Producer|CreationDate|ModDate):/mu);
    expect(info).not.toMatch(/^Creator:.*\d/mu);
  });

  test('has an outline, and contents whose entries lead to their articles', () => {
    // Cover and contents come before the articles.
    expect(outline.headings).toHaveLength(articles + 2);
    expect(new Set(outline.contents.map(({ article }) => article)).size).toBe(articles);
    const astray = outline.contents.filter(({ article, page }) => {
      const title = flat(stored[article - 1]?.title ?? '?');
      return !flat(texts.drawn[page] ?? '').startsWith(title);
    });
    expect(astray).toEqual([]);
  });

  test('has the links of the articles and no others', () => {
    const wanted = stored.flatMap(({ html }) => [...html.matchAll(/href="(https?:[^"]+)"/gu)].map(([, url = '']) => url));
    expect(new Set(urlsOf(pdf))).toEqual(new Set(wanted.map((url) => url.replaceAll('&amp;', '&'))));
  });

  test('has no line that runs into the margin, and none that begins with a mark that closes', () => {
    const over = wordBoxes(pdf).filter(({ right, width }) => right > width * (1 - marginShare) + hangingPoints);
    expect(over).toEqual([]);
    const starts = wordBoxes(pdf).filter(({ left, width }) => left < width * marginShare + hangingPoints / 2);
    expect(starts.length).toBeGreaterThan(articles * 10);
    expect(starts.filter(({ word }) => /^[，。、；：？！”’」』）》〉】…]/u.test(word))).toEqual([]);
  });

  test('has every picture whole, within the text of its page', () => {
    const images = imagesOf(pdf);
    expect(images).toHaveLength(articles / 10);
    const [width, height] = [595.3 * (1 - 2 * marginShare), 841.9 - 595.3 * 2 * marginShare];
    expect(images.filter((image) => image.width > width + 1 || image.height > height)).toEqual([]);
    const shares = images.map((image) => Math.round((image.width / image.height) * 10) / 10);
    expect(new Set(shares)).toEqual(new Set([3.2, 0.2]));
  });

  test('is as large as its text asks for', () => {
    expect(statSync(pdf).size).toBeLessThan(8_000_000);
  });
});
