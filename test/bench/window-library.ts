import { parserVersion } from '#main/parse/parser-version.ts';
import { mergeIndex, indexPending } from '#main/search/index-writer.ts';
import { refreshSections } from '#main/store/archive/sections.ts';
import { completeState } from '#main/store/archive/state.ts';
import { type PageToStore, storePages } from '#main/store/archive/store-pages.ts';
import type { WritableDb } from '#main/store/database.ts';
import { openArchiveDatabase, openReaderDatabase } from '#main/store/open.ts';
import { addArchive } from '#main/store/reader/archives.ts';
import { makePage } from '#test/helpers/pages.ts';
import { createProse, type Prose } from './generated-prose.ts';

const archiveId = 'bench';
const pagesPerBatch = 500;
const sections = 12;
/** The newest of a library are articles to open; all others are there to be many. */
export const opened = { huge: 10, median: 600 } as const;
const medianLength = 1_500;
const shortLength = 90;
const hugeBytes = 2_000_000;
/** Later than the handbook's, whose day is the one on which it was built: the first rows are these articles. */
const newestDayMs = Date.UTC(2060, 0, 1);

/** Fills a folder with a library of so many articles, all indexed, so that nothing is left to do behind the window. */
export function fillLibrary(folder: string, articles: number): void {
  const reader = openReaderDatabase(folder);
  addArchive(reader, { id: archiveId, name: archiveId, addedAtMs: 0, origins: ['https://git.example/bench'] });
  reader.close();
  const db = openArchiveDatabase(folder, 'write');
  const prose = createProse(20);
  for (let number = 0; number < articles; number += pagesPerBatch) {
    const length = Math.min(pagesPerBatch, articles - number);
    storePages(
      db,
      archiveId,
      Array.from({ length }, (_, place) => pageAt(prose, number + place)),
      'below',
    );
  }
  refreshSections(db, archiveId);
  indexEverything(db);
  // A moment in which nothing is due to be synced.
  completeState(db, archiveId, 'head', [], Date.now());
  db.close();
}

function indexEverything(db: WritableDb): void {
  while (indexPending(db, { maximumArticles: pagesPerBatch }).remaining > 0);
  while (mergeIndex(db, pagesPerBatch));
}

/** Of the article that is so many places after the newest. */
export const pathOf = (number: number): string => `section-${number % sections}/${number}.md`;

/** From the newest on, one day for every twenty articles. */
function pageAt(prose: Prose, number: number): PageToStore {
  const isOpened = number < opened.huge + opened.median;
  const paragraphs = prose.paragraphs(isOpened ? medianLength : shortLength);
  const text = paragraphs.join('\n');
  const html = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('');
  const times = number < opened.huge ? Math.ceil(hugeBytes / Buffer.byteLength(html)) : 1;
  const page = makePage(pathOf(number), {
    title: `${prose.title()} ${number}`,
    text,
    html: html.repeat(times),
    excerpt: text.slice(0, 120),
    language: 'zh',
    publishedOn: new Date(newestDayMs - Math.floor(number / 20) * 86_400_000).toISOString().slice(0, 10),
  });
  return { ...page, parserVersion };
}
