import { completeState } from '#main/store/archive/state.ts';
import { type PageToStore, storePages } from '#main/store/archive/store-pages.ts';
import { indexPending } from '#main/search/index-writer.ts';
import { openArchiveDatabase, openReaderDatabase } from '#main/store/open.ts';
import { addArchive } from '#main/store/reader/archives.ts';
import { makePage } from '#test/helpers/pages.ts';
import type { SourceArticle } from '#test/helpers/export-source.ts';
import { createProse } from './generated-prose.ts';

const archiveId = 'bench';
/** As long as the articles of real archives are: three pages of A4. */
const characters = 2_200;

const pathOf = (number: number): string => `pages/${number}.md`;

/** The same articles for the same number; of Chinese prose with a heading, a link and a few Latin words. */
export function articlesToExport(count: number): readonly SourceArticle[] {
  const prose = createProse(7);
  return Array.from({ length: count }, (_, number) => {
    const paragraphs = prose.paragraphs(characters).map((paragraph) => `<p>${paragraph}</p>`);
    const link = `<p><a href="https://news.example/${number}">${prose.title()}</a></p>`;
    return {
      id: `${archiveId}:${pathOf(number)}`,
      title: `${prose.title()} ${number}`,
      html: [...paragraphs.slice(0, 3), `<h2>${prose.title()}</h2>`, ...paragraphs.slice(3), link].join(''),
      publishedOn: new Date(Date.UTC(2019, 0, 1 + number)).toISOString().slice(0, 10),
    };
  });
}

/** Fills a folder with a library of these articles, indexed, so that nothing is left to do beside the export. */
export function fillLibraryToExport(folder: string, articles: readonly SourceArticle[]): void {
  const reader = openReaderDatabase(folder);
  addArchive(reader, { id: archiveId, name: archiveId, addedAtMs: 0, origins: ['https://git.example/bench'] });
  reader.close();
  const db = openArchiveDatabase(folder, 'write');
  storePages(db, archiveId, articles.map(pageOf), 'below');
  while (indexPending(db, { maximumArticles: 500 }).remaining > 0);
  completeState(db, archiveId, 'head', [], Date.now());
  db.close();
}

function pageOf({ id, title = '', html = '', publishedOn = '' }: SourceArticle): PageToStore {
  const text = html.replaceAll(/<[^>]+>/gu, '\n');
  return makePage(id.slice(archiveId.length + 1), { title, text, html, excerpt: '', language: 'zh', publishedOn });
}
