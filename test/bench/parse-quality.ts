import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PageInput, ParsedArticle, ParseResult } from '#main/parse/parsed-page.ts';
import { parsePage } from '#main/parse/parse-page.ts';
import { articleKey } from '#main/store/archive/article-key.ts';
import { readFurniture, refreshFurniture } from '#main/store/archive/furniture.ts';
import { storePages } from '#main/store/archive/store-pages.ts';
import { openArchiveDatabase } from '#main/store/open.ts';
import { type Figure, figure } from './figure.ts';
import { handCheckedDays } from './hand-checked-days.ts';
import { type NaivePage, readNaively, squeeze } from './naive-page.ts';
import { type QualityArchive, readQualityArchives } from './quality-archives.ts';

/** Of the fixtures: their bylines name no year, and nothing else does. */
const pagesWithoutDay: ReadonlySet<string> = new Set(['pages/jianghai/407796.md']);
const examplesShown = 5;
/** Pages. */
const recurringFrom = 8;

interface Judged {
  readonly path: string;
  readonly article: ParsedArticle | null;
  readonly naive: NaivePage;
  /** Squeezed. */
  readonly text: string;
}

/** How right the articles are, against a naive second reading of the same pages, on the fixtures and on a given archive. */
export async function benchParseQuality(): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const archive of await readQualityArchives()) figures.push(...(await figuresOf(archive)));
  return figures;
}

async function figuresOf({ name, pages }: QualityArchive): Promise<readonly Figure[]> {
  const furniture = await furnitureOf(pages);
  const judged = pages.flatMap((page): Judged[] => {
    const naive = readNaively(page.bytes, page.path);
    const result = parsePage({ ...page, furniture });
    if (naive === null || !result.ok || (result.page.article === null && naive.kind === 'markdown')) return [];
    return [{ path: page.path, article: result.page.article, naive, text: squeeze(result.page.article?.text ?? '') }];
  });
  const mirrors = judged.filter(({ naive }) => naive.kind === 'mirror');
  const markdown = judged.filter(({ naive }) => naive.kind === 'markdown');
  return [
    ...(mirrors.length === 0 ? [] : [...mirrorFigures(`${name}, mirror`, mirrors), ...mergeFigures(`${name}, mirror`, mirrors)]),
    ...dayFigures(`${name}, mirror`, mirrors),
    ...(markdown.length === 0 ? [] : markdownFigures(`${name}, Markdown`, markdown)),
  ];
}

/** As the library finds it: over all pages, before any is shown. */
async function furnitureOf(pages: readonly PageInput[]): Promise<ReadonlySet<number>> {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-bench-furniture-'));
  try {
    const db = openArchiveDatabase(folder, 'write');
    try {
      const results = pages.map((page): [PageInput, ParseResult] => [page, parsePage(page)]);
      storePages(
        db,
        'bench',
        results.map(([{ path, bytes }, result]) => ({ path, oid: path, bytes, parserVersion: 1, result })),
      );
      refreshFurniture(db, 'bench');
      return readFurniture(db, 'bench');
    } finally {
      db.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Share of the pages in percent; the first that fail are named on the error channel. */
function shareOf(name: string, pages: readonly Judged[], isRight: (page: Judged) => boolean, atLeast: number): Figure {
  const wrong = pages.filter((page) => !isRight(page));
  show(
    name,
    wrong.map(({ path }) => path),
  );
  return figure({ name, value: pages.length === 0 ? 100 : 100 * (1 - wrong.length / pages.length), unit: '%', atLeast });
}

function countOf(name: string, cases: readonly string[]): Figure {
  show(name, cases);
  return figure({ name, value: cases.length, unit: '', atMost: 0 });
}

function show(name: string, cases: readonly string[]): void {
  if (cases.length > 0) process.stderr.write(`${name}: ${cases.length}, such as ${cases.slice(0, examplesShown).join(' ; ')}\n`);
}

const hasTitle = ({ article, naive }: Judged): boolean => article !== null && squeeze(article.title) === naive.title;

function mirrorFigures(name: string, pages: readonly Judged[]): Figure[] {
  const rightAddress = ({ article, naive }: Judged): boolean => article?.originalUrl === naive.originalUrl;
  return [
    figure({ name: `${name}: pages`, value: pages.length, unit: '' }),
    shareOf(`${name}: title`, pages, hasTitle, 100),
    shareOf(`${name}: original address`, pages, rightAddress, 100),
    shareOf(`${name}: source`, pages, ({ article }) => article !== null && article.source !== null, 99),
    shareOf(`${name}: language`, pages, ({ article }) => article !== null && article.language !== 'und', 99.5),
    textFigure(name, pages),
    countOf(
      `${name}: lines of furniture left`,
      pages.flatMap((page) => furnitureLeft(page)),
    ),
  ];
}

function textFigure(name: string, pages: readonly Judged[]): Figure {
  const total = pages.reduce((sum, { naive }) => sum + naive.sentences.length, 0);
  const lost = pages.flatMap(({ path, naive, text }) =>
    naive.sentences.filter((sentence) => !text.includes(sentence)).map((sentence) => `${path} ${sentence.slice(0, 40)}`),
  );
  show(`${name}: sentences kept`, lost);
  const value = total === 0 ? 100 : 100 * (1 - lost.length / total);
  return figure({ name: `${name}: sentences kept, of ${total}`, value, unit: '%', atLeast: 100 });
}

function furnitureLeft({ path, article, naive }: Judged): string[] {
  const lines = new Set((article?.text ?? '').split('\n').map(squeeze));
  return naive.furniture.filter((line) => lines.has(line)).map((line) => `${path} ${line.slice(0, 40)}`);
}

function dayFigures(name: string, pages: readonly Judged[]): Figure[] {
  const dated = pages.filter(({ path }) => !pagesWithoutDay.has(path));
  const checked = pages.flatMap(({ path, article }) => {
    const day = handCheckedDays.get(path);
    return day === undefined ? [] : [{ path, isRight: article?.publishedOn === day }];
  });
  const wrong = checked.filter(({ isRight }) => !isRight).map(({ path }) => path);
  return [
    ...(pages.length === 0 ? [] : [shareOf(`${name}: day`, dated, ({ article }) => article?.isDateEstimated === false, 99.5)]),
    ...(checked.length === 0 ? [] : [countOf(`${name}: wrong days, of ${checked.length} checked by hand`, wrong)]),
  ];
}

/** Copies that the naive reading takes for one article and the library does not; and the other way round. */
function mergeFigures(name: string, pages: readonly Judged[]): Figure[] {
  const keys = new Map<string, Set<string>>();
  const titles = new Map<string, Set<string>>();
  for (const { path, article, naive } of pages) {
    const key = articleKey('bench', path, article?.originalUrl ?? null);
    add(keys, plainAddress(naive.originalUrl ?? path), key);
    add(titles, key, naive.title);
  }
  const copies = pages.length - titles.size;
  const several = (groups: ReadonlyMap<string, ReadonlySet<string>>): string[] =>
    [...groups].filter(([, members]) => members.size > 1).map(([group]) => group);
  return [
    figure({ name: `${name}: copies merged`, value: copies, unit: '' }),
    countOf(`${name}: copies left apart`, several(keys)),
    countOf(`${name}: different articles merged`, several(titles)),
  ];
}

function add(groups: Map<string, Set<string>>, group: string, member: string): void {
  groups.set(group, (groups.get(group) ?? new Set()).add(member));
}

function plainAddress(address: string): string {
  return address.replace(/^https?:\/\/(?:www\.)?/u, '').replace(/[#?].*$|\/$/u, '');
}

function markdownFigures(name: string, pages: readonly Judged[]): Figure[] {
  const issues = pages.filter(({ naive }) => naive.issueNumber !== null);
  const headingsOf = ({ article }: Judged): number => article?.html.match(/<h[1-6][ >]/gu)?.length ?? 0;
  const recurring = recurringPictures(pages);
  const pictured = (isRight: (url: string, alt: string, page: Judged) => boolean) => (page: Judged) =>
    page.naive.pictures.every(({ url, alt }) => recurring.has(url) || isRight(url, alt, page));
  return [
    figure({ name: `${name}: pages`, value: pages.length, unit: '' }),
    shareOf(`${name}: title`, pages, hasTitle, 100),
    shareOf(`${name}: outline`, pages, (page) => headingsOf(page) >= page.naive.headings, 100),
    shareOf(`${name}: pictures with their words`, pages, pictured(hasPicture), 100),
    shareOf(`${name}: language`, pages, ({ article }) => article !== null && article.language !== 'und', 99.5),
    textFigure(name, pages),
    ...(issues.length === 0
      ? []
      : [shareOf(`${name}: issue number`, issues, ({ article, naive }) => article?.issueNumber === naive.issueNumber, 100)]),
  ];
}

/** Addresses are compared by their ends: those inside the archive are written out from its root. */
function hasPicture(url: string, alt: string, { article }: Judged): boolean {
  const end = url.replace(/^(?:\.{1,2}\/)+|^\//u, '');
  return (article?.pictures ?? []).some((picture) => picture.url.endsWith(end) && squeeze(picture.alt) === squeeze(alt));
}

/** A picture on so many pages may be left out: it shows how to subscribe, or a logo. */
function recurringPictures(pages: readonly Judged[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { naive } of pages)
    for (const url of new Set(naive.pictures.map((picture) => picture.url))) counts.set(url, (counts.get(url) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= recurringFrom).map(([url]) => url));
}
