import { makeRandom } from '#test/helpers/generated-text.ts';
import { makePage } from '#test/helpers/pages.ts';
import { parserVersion } from '#main/parse/parser-version.ts';
import { fold } from '#main/search/folding.ts';
import { indexPending } from '#main/search/index-writer.ts';
import { beginState } from '#main/store/archive/state.ts';
import { type PageToStore, storePages } from '#main/store/archive/store-pages.ts';
import type { WritableDb } from '#main/store/database.ts';
import { median } from './figure.ts';
import { createProse, type Prose } from './generated-prose.ts';

const archiveId = 'bench';
/** As the importer does it. */
const pagesPerBatch = 250;
const meanTextLength = 1_500;

export interface GeneratedText {
  readonly originalUrl: string;
  readonly title: string;
  readonly text: string;
  /** Title and text as the search sees them. */
  readonly folded: string;
}

export interface GeneratedLibrary {
  readonly prose: Prose;
  readonly texts: readonly GeneratedText[];
  /** CPU seconds, compression of pages and bodies included. */
  readonly storeSeconds: number;
  readonly indexSeconds: number;
}

/** CPU seconds of this process: what a busy machine does not change. */
export function cpuSeconds(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

function indexEverything(db: WritableDb): void {
  while (indexPending(db, { maximumArticles: pagesPerBatch }).remaining > 0);
}

/** Fills an empty library; the articles are the same for the same number, spread over ten years of days. */
export function generateLibrary(db: WritableDb, articles: number): GeneratedLibrary {
  const stored = storeLibrary(db, articles);
  return { ...stored, indexSeconds: cpuSeconds(() => indexEverything(db)) };
}

/** The same without an index. */
export function storeLibrary(db: WritableDb, articles: number): Omit<GeneratedLibrary, 'indexSeconds'> {
  const [random, prose] = [makeRandom(20), createProse(20)];
  const texts: GeneratedText[] = [];
  let storeSeconds = 0;
  beginState(db, archiveId, 'head');
  while (texts.length < articles) {
    const batch: PageToStore[] = [];
    while (batch.length < pagesPerBatch && texts.length < articles) {
      const length = meanTextLength * (0.3 + random() * 1.4);
      batch.push(generatePage(prose, texts, length, Math.floor(random() * 3_650)));
    }
    storeSeconds += cpuSeconds(() => storePages(db, archiveId, batch, 'below'));
  }
  return { prose, texts, storeSeconds };
}

function generatePage(prose: Prose, texts: GeneratedText[], length: number, day: number): PageToStore {
  const number = texts.length;
  const [title, paragraphs] = [prose.title(), prose.paragraphs(length)];
  const text = paragraphs.join('\n');
  const originalUrl = `https://news.example/${number}`;
  texts.push({ originalUrl, title, text, folded: fold(`${title}\n${text}`) });
  const page = makePage(pathOf(number), {
    title,
    text,
    html: paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join(''),
    excerpt: text.slice(0, 200),
    language: 'zh',
    publishedOn: new Date(Date.UTC(2014, 0, 1 + day)).toISOString().slice(0, 10),
    source: number % 3 === 0 ? '河灯社' : null,
    originalUrl,
  });
  // Pages of an earlier version would be read anew behind an open window.
  return { ...page, parserVersion };
}

const pathOf = (number: number): string => `pages/${number}.md`;

const rounds = 5;

/** CPU milliseconds per article to index new ones, and for a thousand that go, each the median of a few rounds. Changes the library. */
export function measureUpkeep(
  db: WritableDb,
  { prose, texts }: GeneratedLibrary,
): { readonly addedMs: number; readonly removedMs: number } {
  const added = [...texts];
  const removed = Math.min(1_000, Math.floor(texts.length / rounds));
  const eachRound = (measure: (round: number) => number): number =>
    median(Array.from({ length: rounds }, (_, round) => measure(round)));
  const addedMs = eachRound(() => {
    const pages = Array.from({ length: 100 }, (_, number) => generatePage(prose, added, meanTextLength, number));
    storePages(db, archiveId, pages);
    return (cpuSeconds(() => indexEverything(db)) * 1_000) / pages.length;
  });
  const removedMs = eachRound((round) => {
    const emptied = Array.from({ length: removed }, (_, number) => makePage(pathOf(round * removed + number), null));
    storePages(db, archiveId, emptied);
    return ((cpuSeconds(() => indexPending(db, { maximumArticles: removed })) * 1_000) / removed) * 1_000;
  });
  return { addedMs, removedMs };
}
